package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A colleague answered; only the employee may read it.
 *
 * @param feedback id of the feedback request
 * @param employee person id of the one who asked
 * @param colleague person id of the one who was asked
 * @param content commitment of the answer
 */
@EventContract(type = "nl.klimrek.conversations.feedback-given.v1", topic = Topics.CONVERSATIONS)
public record FeedbackGiven(
        String feedback,
        String employee,
        String colleague,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
