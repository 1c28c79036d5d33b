/** Which conversations a policy asks for and when, and which days an employee already has one. */
package nl.klimrek.conversations.cycle.cadence;
