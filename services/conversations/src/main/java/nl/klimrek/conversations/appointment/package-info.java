/** Agreeing on a time: what is proposed, what is usual, and that nobody has two conversations at one moment. */
@NullMarked
package nl.klimrek.conversations.appointment;

import org.jspecify.annotations.NullMarked;
