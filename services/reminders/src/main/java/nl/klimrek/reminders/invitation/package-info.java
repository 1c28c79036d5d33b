/** Conversations in people's own calendars: invitations, moves and cancellations by mail (iTIP and iMIP, RFC 5546, RFC 6047). */
@NullMarked
package nl.klimrek.reminders.invitation;

import org.jspecify.annotations.NullMarked;
