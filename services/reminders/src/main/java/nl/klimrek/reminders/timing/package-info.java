/** When a prompt may come: in the receiver's own time zone, hours and working days. */
package nl.klimrek.reminders.timing;
