package nl.klimrek.reminders.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Decision;
import nl.klimrek.reminders.invitation.Meeting;
import org.jspecify.annotations.Nullable;

/**
 * The replies of one side of a conversation.
 *
 * <p>Guarantees: a message has one effect, however often it arrives; an answer never follows a later answer about the same slot
 * (RFC 5546 §2.1.5); explanations of one side are {@link #BETWEEN_EXPLANATIONS} apart, so a stranger who repeats a message fills
 * no mailbox.
 *
 * @param person person id of the one who replies
 * @param sequence SEQUENCE of the last answer; -1 before
 * @param stamp DTSTAMP of the last answer; null before
 * @param seen ids of the last messages, oldest first
 * @param last outcome of the last message; null before
 * @param toExplain outcome that the person is to be told; null for none
 * @param explanations how many explanations were sent
 * @param explainedAt moment of the last explanation; null before
 * @param dueAt moment from which the explanation is to be sent; null for none
 */
public record ReplyLog(
        String conversation,
        String employee,
        Side side,
        String person,
        int sequence,
        @Nullable Instant stamp,
        List<String> seen,
        @Nullable ReplyOutcome last,
        @Nullable ReplyOutcome toExplain,
        int explanations,
        @Nullable Instant explainedAt,
        @Nullable Instant dueAt) {

    static final Duration BETWEEN_EXPLANATIONS = Duration.ofHours(1);
    static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    /** As many as a reader of the mailbox that dies reads again. */
    private static final int MAX_SEEN = 100;

    public ReplyLog {
        seen = List.copyOf(seen);
    }

    static ReplyLog of(Meeting meeting, Side side) {
        return new ReplyLog(
                meeting.conversation(),
                meeting.employee(),
                side,
                meeting.person(side),
                -1,
                null,
                List.of(),
                null,
                null,
                0,
                null,
                null);
    }

    boolean knows(String message) {
        return seen.contains(message);
    }

    /** Whether an answer with this sequence and stamp comes before one that was handled. */
    boolean isOvertaken(int otherSequence, Instant otherStamp) {
        return otherSequence < sequence || otherSequence == sequence && stamp != null && otherStamp.isBefore(stamp);
    }

    /** Adds a message that is no answer. */
    ReplyLog with(String message, ReplyOutcome outcome) {
        return new ReplyLog(
                conversation,
                employee,
                side,
                person,
                sequence,
                stamp,
                Stream.concat(seen.stream(), Stream.of(message))
                        .skip(Math.max(0, seen.size() + 1 - MAX_SEEN))
                        .toList(),
                outcome,
                toExplain,
                explanations,
                explainedAt,
                dueAt);
    }

    /** Adds an answer. */
    ReplyLog withAnswer(String message, ReplyOutcome outcome, int newSequence, Instant newStamp) {
        ReplyLog next = with(message, outcome);
        return new ReplyLog(
                conversation,
                employee,
                side,
                person,
                newSequence,
                newStamp,
                next.seen,
                outcome,
                toExplain,
                explanations,
                explainedAt,
                dueAt);
    }

    /** Lets the person be told an outcome, in place of one that was not told yet. */
    ReplyLog explain(ReplyOutcome outcome, Instant now) {
        Instant earliest = explainedAt == null ? now : explainedAt.plus(BETWEEN_EXPLANATIONS);
        return explanation(outcome, explanations, explainedAt, earliest.isAfter(now) ? earliest : now);
    }

    /** Records that the explanation was sent, or cannot be. */
    Decision<ReplyLog> explained(ReplyOutcome outcome, Instant now) {
        return toExplain == outcome
                ? Decision.accept(explanation(null, explanations + 1, now, null))
                : Decision.unchanged();
    }

    /** Tries the explanation at a later moment. */
    Decision<ReplyLog> retry(Instant later) {
        return dueAt == null
                ? Decision.unchanged()
                : Decision.accept(explanation(toExplain, explanations, explainedAt, later));
    }

    private ReplyLog explanation(
            @Nullable ReplyOutcome outcome, int number, @Nullable Instant at, @Nullable Instant due) {
        return new ReplyLog(
                conversation, employee, side, person, sequence, stamp, seen, last, outcome, number, at, due);
    }
}
