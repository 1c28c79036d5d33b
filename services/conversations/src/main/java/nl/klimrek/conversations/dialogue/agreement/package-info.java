/** What was agreed, and whether it was kept or dropped. */
@NullMarked
package nl.klimrek.conversations.dialogue.agreement;

import org.jspecify.annotations.NullMarked;
