/** Turns facts into the right prompt to the right person at the right moment. */
package nl.klimrek.reminders;
