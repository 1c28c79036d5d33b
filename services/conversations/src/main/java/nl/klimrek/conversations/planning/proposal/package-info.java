/** Plans slots for a cycle, reserves them in diaries, proposes them, and proposes again after a change. */
@NullMarked
package nl.klimrek.conversations.planning.proposal;

import org.jspecify.annotations.NullMarked;
