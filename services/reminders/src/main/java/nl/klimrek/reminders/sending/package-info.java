/** Sends what is due: by e-mail where an address is known, and to the inbox always. */
package nl.klimrek.reminders.sending;
