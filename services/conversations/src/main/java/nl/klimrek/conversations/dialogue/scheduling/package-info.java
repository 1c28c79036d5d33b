/** Finding a time: the window, the proposed slot, and how it is accepted, declined or moved. */
@NullMarked
package nl.klimrek.conversations.dialogue.scheduling;

import org.jspecify.annotations.NullMarked;
