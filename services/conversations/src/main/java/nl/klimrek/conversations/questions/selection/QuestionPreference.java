package nl.klimrek.conversations.questions.selection;

import nl.klimrek.conversations.questions.QuestionTags;
import org.jspecify.annotations.Nullable;

/**
 * Which kind of question a person prefers.
 *
 * @param mode null for no preference
 */
public record QuestionPreference(QuestionTags.@Nullable Mode mode) {

    public static final QuestionPreference ANY = new QuestionPreference(null);
}
