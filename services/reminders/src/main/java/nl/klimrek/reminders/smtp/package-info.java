/** Connections to the mail server, kept open for the messages that follow. */
@NullMarked
package nl.klimrek.reminders.smtp;

import org.jspecify.annotations.NullMarked;
