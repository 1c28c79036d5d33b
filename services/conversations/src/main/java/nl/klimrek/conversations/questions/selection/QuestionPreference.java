package nl.klimrek.conversations.questions.selection;

import nl.klimrek.conversations.questions.QuestionTags;

/**
 * How somebody likes questions: not everyone is helped by a wide one.
 *
 * @param mode null for no preference
 */
public record QuestionPreference(QuestionTags.Mode mode) {

    public static final QuestionPreference ANY = new QuestionPreference(null);
}
