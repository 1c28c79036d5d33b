package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A colleague will not answer, and need not say why.
 *
 * @param feedback id of the feedback request
 * @param employee person id of the one who asked
 * @param colleague person id of the one who was asked
 */
@EventContract(type = "nl.klimrek.conversations.feedback-declined.v1", topic = Topics.CONVERSATIONS)
public record FeedbackDeclined(String feedback, String employee, String colleague) {}
