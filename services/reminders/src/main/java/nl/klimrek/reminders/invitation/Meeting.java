package nl.klimrek.reminders.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as calendars have it, and what was mailed of it to each side.
 *
 * <p>Guarantees: its sequence only rises, with each slot that differs from the one before and with each cancellation; its
 * revision rises with everything that is mailed, so a mail that is sent again has the same id and content.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the other side
 * @param proposedBy the side that proposed the slot
 * @param start start of the slot, also of one that was cancelled
 * @param end end of the slot
 * @param sequence SEQUENCE of the calendar (RFC 5546 §2.1.4)
 * @param revision number of what is to be mailed, from 1
 * @param changedAt moment of the last change
 * @param mailed what was mailed to each side
 * @param dueAt moment from which something is to be mailed; null for nothing
 */
public record Meeting(
        String conversation,
        String employee,
        String counterpart,
        MeetingStatus status,
        Side proposedBy,
        Instant start,
        Instant end,
        int sequence,
        int revision,
        Instant changedAt,
        Map<Side, Mailed> mailed,
        @Nullable Instant dueAt) {

    /** Time until a mail that was rejected for now is tried again. */
    static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    public Meeting {
        mailed = mailed == null ? Map.of() : Map.copyOf(mailed);
    }

    /**
     * What was mailed to one side.
     *
     * @param revision the last revision that was dealt with
     * @param invited whether the side's calendar has the meeting
     */
    public record Mailed(int revision, boolean invited) {

        static final Mailed NOTHING = new Mailed(0, false);
    }

    /** A slot was proposed or agreed to. */
    static Decision<Meeting> at(@Nullable Meeting before, Meeting now) {
        if (before == null) {
            return Decision.accept(now);
        }
        boolean moved = before.status == MeetingStatus.CANCELLED
                || !before.start.equals(now.start)
                || !before.end.equals(now.end);
        if (!moved && before.status == now.status && before.proposedBy == now.proposedBy) {
            return Decision.unchanged();
        }
        return Decision.accept(
                now.with(moved ? before.sequence + 1 : before.sequence, before.revision + 1, before.mailed, now.dueAt));
    }

    /** The slot fell away. */
    Decision<Meeting> cancel(Instant at, Instant due) {
        return status == MeetingStatus.CANCELLED
                ? Decision.unchanged()
                : Decision.accept(new Meeting(
                        conversation,
                        employee,
                        counterpart,
                        MeetingStatus.CANCELLED,
                        proposedBy,
                        start,
                        end,
                        sequence + 1,
                        revision + 1,
                        at,
                        mailed,
                        due));
    }

    /**
     * Records that a revision was dealt with for one side.
     *
     * @param invited whether the side's calendar has the meeting now
     */
    Decision<Meeting> mailed(Side side, int dealtWith, boolean invited) {
        if (of(side).revision >= dealtWith) {
            return Decision.unchanged();
        }
        Map<Side, Mailed> next = new EnumMap<>(Side.class);
        next.putAll(mailed);
        next.put(side, new Mailed(dealtWith, invited));
        boolean all = next.size() == Side.values().length
                && next.values().stream().allMatch(each -> each.revision >= revision);
        return Decision.accept(with(sequence, revision, next, all ? null : dueAt));
    }

    /** Tries what is left at a later moment. */
    Decision<Meeting> retry(Instant later) {
        return dueAt == null ? Decision.unchanged() : Decision.accept(with(sequence, revision, mailed, later));
    }

    /** What was mailed to a side. */
    Mailed of(Side side) {
        return mailed.getOrDefault(side, Mailed.NOTHING);
    }

    /** Person id of a side. */
    public String person(Side side) {
        return side == Side.EMPLOYEE ? employee : counterpart;
    }

    /** Whether a side has agreed to the slot: the one that proposed it, and after the agreement both. */
    public boolean hasAgreed(Side side) {
        return status == MeetingStatus.CONFIRMED || side == proposedBy;
    }

    private Meeting with(int nextSequence, int nextRevision, Map<Side, Mailed> nextMailed, @Nullable Instant nextDue) {
        return new Meeting(
                conversation,
                employee,
                counterpart,
                status,
                proposedBy,
                start,
                end,
                nextSequence,
                nextRevision,
                changedAt,
                nextMailed,
                nextDue);
    }
}
