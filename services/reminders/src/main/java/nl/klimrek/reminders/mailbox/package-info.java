/** The mailbox that replies and bounces come to: reading it, and what a message says. */
@NullMarked
package nl.klimrek.reminders.mailbox;

import org.jspecify.annotations.NullMarked;
