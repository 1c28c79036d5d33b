/** Which facts of others ask for which step, and which make it unnecessary. */
package nl.klimrek.reminders.rules;
