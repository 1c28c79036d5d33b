/** A cycle of conversations: its policy, how far planning has come, and what HR reads of it. */
@NullMarked
package nl.klimrek.conversations.cycle;

import org.jspecify.annotations.NullMarked;
