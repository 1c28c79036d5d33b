package nl.klimrek.contracts.conversations;

import java.util.List;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.KnownValues;
import nl.klimrek.contracts.Topics;

/**
 * An organisation published a template of questions, or a new version of one.
 *
 * @param template id of the template
 * @param version version, from 1
 * @param type conversations it is for
 * @param questions ids of its questions
 */
@EventContract(type = "nl.klimrek.conversations.template-published.v1", topic = Topics.CONVERSATIONS)
public record TemplatePublished(String template, int version, ConversationType type, List<String> questions) {
    public TemplatePublished {
        questions = KnownValues.of(questions);
    }
}
