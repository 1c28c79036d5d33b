package nl.klimrek.conversations.questions.selection;

import nl.klimrek.conversations.questions.QuestionTags;

/**
 * Which kind of question a person prefers.
 *
 * @param mode null for no preference
 */
public record QuestionPreference(QuestionTags.Mode mode) {

    public static final QuestionPreference ANY = new QuestionPreference(null);
}
