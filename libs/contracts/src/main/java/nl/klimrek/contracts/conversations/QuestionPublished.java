package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * An organisation added a question of its own, or a new version of one.
 *
 * @param question id of the question
 * @param version version, from 1
 * @param content commitment of its wording in each language
 */
@EventContract(type = "nl.klimrek.conversations.question-published.v1", topic = Topics.CONVERSATIONS)
public record QuestionPublished(
        String question,
        int version,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
