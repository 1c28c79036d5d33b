/** Replies from people's calendars (iTIP REPLY and COUNTER, RFC 5546), and reports about mail that was not delivered. */
@NullMarked
package nl.klimrek.reminders.reply;

import org.jspecify.annotations.NullMarked;
