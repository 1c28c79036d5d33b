package nl.klimrek.reminders.reply;

import java.time.Duration;
import java.time.Instant;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.reminders.invitation.Meeting;
import nl.klimrek.reminders.invitation.MeetingStatus;
import nl.klimrek.reminders.mail.ContactDetails;
import org.jspecify.annotations.Nullable;

/** Decides on a message that came to the signed address of one side of a meeting. */
final class ReplyDecider {

    /** Longest a conversation can take. */
    private static final Duration MAX_SLOT = Duration.ofHours(8);

    private ReplyDecider() {}

    /**
     * @param from sender's address; empty when it is not certain
     * @param message null when there is none that can be read
     * @param unread outcome without a message
     */
    static ReplyOutcome decide(
            String from,
            @Nullable CalendarMessage message,
            ReplyOutcome unread,
            Meeting meeting,
            Side side,
            ContactDetails person,
            Instant now) {
        if (!isOf(person, from)) {
            return ReplyOutcome.NOT_THE_INVITED;
        }
        if (message == null) {
            return unread;
        }
        if (!message.isReply() && !message.isCounter()) {
            return ReplyOutcome.NOT_A_REPLY;
        }
        if (message.recurring()) {
            return ReplyOutcome.SERIES;
        }
        if (!isOf(person, message.attendee())) {
            return ReplyOutcome.NOT_THE_INVITED;
        }
        if (meeting.status() == MeetingStatus.CANCELLED || message.sequence() != meeting.sequence()) {
            return ReplyOutcome.OUTDATED;
        }
        if (!now.isBefore(meeting.start())) {
            return ReplyOutcome.PASSED;
        }
        return message.isCounter() ? counter(message, meeting, now) : answer(message.answer(), meeting.hasAgreed(side));
    }

    private static boolean isOf(ContactDetails person, String address) {
        return !address.isEmpty() && address.equalsIgnoreCase(person.email());
    }

    private static ReplyOutcome answer(String answer, boolean agreed) {
        return switch (answer) {
            case "ACCEPTED" -> agreed ? ReplyOutcome.AGREED_BEFORE : ReplyOutcome.ACCEPTED;
            case "TENTATIVE" -> agreed ? ReplyOutcome.STANDS : ReplyOutcome.TENTATIVE;
            case "DECLINED" -> ReplyOutcome.DECLINED;
            default -> ReplyOutcome.NO_ANSWER;
        };
    }

    private static ReplyOutcome counter(CalendarMessage message, Meeting meeting, Instant now) {
        Instant start = message.start();
        Instant end = message.end();
        boolean slot = start != null
                && end != null
                && start.isAfter(now)
                && end.isAfter(start)
                && Duration.between(start, end).compareTo(MAX_SLOT) <= 0
                && !(start.equals(meeting.start()) && end.equals(meeting.end()));
        return slot ? ReplyOutcome.COUNTERED : ReplyOutcome.NO_TIME;
    }
}
