package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The employee shared an answer with the other side of a conversation.
 *
 * @param feedback id of the feedback request
 * @param employee person id of the one who asked
 * @param colleague person id of the one who was asked
 * @param conversation conversation it is shared in
 * @param counterpart person id of the one who may read it
 */
@EventContract(type = "nl.klimrek.conversations.feedback-shared.v1", topic = Topics.CONVERSATIONS)
public record FeedbackShared(
        String feedback, String employee, String colleague, String conversation, String counterpart) {}
