package nl.klimrek.conversations.questions;

import java.util.List;
import nl.klimrek.contracts.conversations.ConversationType;

/**
 * One version of an organisation's own set of questions for a type of conversation.
 *
 * @param id stable over versions
 * @param version from 1
 * @param type conversations it is for
 * @param name what HR calls it
 * @param usual whether every conversation of its type gets it that names no other; the one published last counts
 * @param questions ids in order; each side gets 3 to 7 of them, one for the heart
 */
public record QuestionTemplate(
        String id, int version, ConversationType type, String name, boolean usual, List<String> questions) {

    public static final int MIN_QUESTIONS = 3;
    public static final int MAX_QUESTIONS = 7;

    public QuestionTemplate {
        questions = List.copyOf(questions);
    }

    QuestionTemplate numbered(int other) {
        return new QuestionTemplate(id, other, type, name, usual, questions);
    }

    /** How answers and plans name it. */
    public String label() {
        return id + "@" + version;
    }
}
