package nl.klimrek.contracts.reminders;

import java.time.Instant;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.conversations.Side;
import org.jspecify.annotations.Nullable;

/**
 * An invited person replied by calendar mail; conversations decides whether the reply becomes a step.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by who replies
 * @param answer the answer
 * @param slotStart start of the slot that the reply is about
 * @param slotEnd end of that slot
 * @param proposedStart start of the time that is proposed instead (may be null)
 * @param proposedEnd end of that time (may be null)
 */
@EventContract(type = "nl.klimrek.reminders.calendar-reply-received.v1", topic = Topics.CALENDAR_REPLIES)
public record CalendarReplyReceived(
        String conversation,
        String employee,
        String counterpart,
        Side by,
        CalendarAnswer answer,
        Instant slotStart,
        Instant slotEnd,
        @Nullable Instant proposedStart,
        @Nullable Instant proposedEnd) {}
