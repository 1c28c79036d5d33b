package nl.klimrek.conversations.calendar;

import java.time.Instant;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.eventing.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the calendar of one of its sides: when it is, without type, topic or text.
 *
 * @param conversation id of the conversation
 * @param side whose calendar
 * @param relation why these two talk
 * @param employee person id of the employee
 * @param start start
 * @param end end
 * @param standing whether it is proposed, agreed on or cancelled
 * @param sequence number of this state among those that calendars were shown; only rises
 * @param changedAt when it became so
 * @param version version of the conversation that this shows; 0 in older documents
 */
public record CalendarEntry(
        String conversation,
        Side side,
        Relation relation,
        String employee,
        Instant start,
        Instant end,
        Standing standing,
        long sequence,
        Instant changedAt,
        long version) {

    /** Whether it is proposed, agreed on or cancelled. */
    public enum Standing {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    /** As the conversation stands now; null where it neither has nor had a moment. */
    static @Nullable CalendarEntry of(
            Versioned<Conversation> stored,
            Side side,
            @Nullable CalendarEntry before,
            long sequence,
            Instant changedAt) {
        Conversation now = stored.state();
        Proposal proposal = now.appointment().proposal();
        boolean off = proposal == null || now.status() == ConversationStatus.CANCELLED;
        Instant start = proposal != null ? proposal.slot().start() : before == null ? null : before.start;
        Instant end = proposal != null ? proposal.slot().end() : before == null ? null : before.end;
        if (start == null || end == null) {
            return null;
        }
        Participants two = now.participants();
        return new CalendarEntry(
                now.plan().conversation(),
                side,
                two.relation(),
                two.employee(),
                start,
                end,
                off
                        ? Standing.CANCELLED
                        : now.status() == ConversationStatus.INVITED ? Standing.TENTATIVE : Standing.CONFIRMED,
                before == null ? sequence : Math.max(sequence, before.sequence + 1),
                changedAt,
                stored.version());
    }

    /** Whether a calendar would show both the same. */
    boolean showsSameAs(@Nullable CalendarEntry other) {
        return other != null
                && start.equals(other.start)
                && end.equals(other.end)
                && standing == other.standing
                && side == other.side
                && relation == other.relation
                && employee.equals(other.employee);
    }

    /** The one of two entries of a conversation that shows its later version. */
    static CalendarEntry newer(CalendarEntry one, CalendarEntry other) {
        return one.version() >= other.version() ? one : other;
    }
}
