package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The employee withdrew the request.
 *
 * @param feedback id of the feedback request
 * @param employee person id of the one who asked
 * @param colleague person id of the one who was asked
 */
@EventContract(type = "nl.klimrek.conversations.feedback-withdrawn.v1", topic = Topics.CONVERSATIONS)
public record FeedbackWithdrawn(String feedback, String employee, String colleague) {}
