package nl.klimrek.reminders.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The content of a calendar part that matters for a reply. Titles, places and words are not read.
 *
 * @param method METHOD, upper case; empty when it has none
 * @param uid UID of the first event; empty when it has none
 * @param sequence SEQUENCE; 0 when it has none
 * @param stamp DTSTAMP, which orders the replies of one person; null when it has none
 * @param organizer address of the organizer, lower case; empty when it has none
 * @param attendee address of the one attendee, lower case; empty when it has none or several
 * @param answer PARTSTAT of that attendee, upper case; empty when it has none
 * @param recurring whether it is about a series, one time of a series, or several events
 * @param commented whether words were typed in it
 * @param start start; null when it has none that is a moment
 * @param end end; null when it has none that is a moment
 */
record CalendarMessage(
        String method,
        String uid,
        int sequence,
        @Nullable Instant stamp,
        String organizer,
        String attendee,
        String answer,
        boolean recurring,
        boolean commented,
        @Nullable Instant start,
        @Nullable Instant end) {

    boolean isReply() {
        return method.equals("REPLY");
    }

    boolean isCounter() {
        return method.equals("COUNTER");
    }
}
