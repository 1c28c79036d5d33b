/** Notes that only their author reads, until the author shares one. */
@NullMarked
package nl.klimrek.conversations.dialogue.notes;

import org.jspecify.annotations.NullMarked;
