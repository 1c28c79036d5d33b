package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A reply by calendar mail did not become a step; its sender is told why.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by who replied
 * @param reason why
 */
@EventContract(type = "nl.klimrek.conversations.calendar-reply-refused.v1", topic = Topics.CONVERSATIONS)
public record CalendarReplyRefused(
        String conversation, String employee, String counterpart, Side by, ReplyRefusal reason) {}
