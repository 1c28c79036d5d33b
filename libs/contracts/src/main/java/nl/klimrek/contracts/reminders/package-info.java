/** Facts about prompts. */
@NullMarked
package nl.klimrek.contracts.reminders;

import org.jspecify.annotations.NullMarked;
