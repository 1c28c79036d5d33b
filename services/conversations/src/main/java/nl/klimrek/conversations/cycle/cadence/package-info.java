/** Which conversations a policy asks for and when, and which days an employee already has one. */
@NullMarked
package nl.klimrek.conversations.cycle.cadence;

import org.jspecify.annotations.NullMarked;
