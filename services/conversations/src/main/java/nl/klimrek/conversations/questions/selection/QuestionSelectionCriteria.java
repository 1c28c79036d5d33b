package nl.klimrek.conversations.questions.selection;

import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.questions.QuestionTags;
import org.jspecify.annotations.Nullable;

/**
 * For whom, and for what, questions are selected.
 *
 * @param type what the conversation is for
 * @param side who prepares
 * @param conversation id; what is equally good is chosen by it, so that the same conversation always gets the same
 * @param template template the conversation names, with its version; null for the usual one
 * @param mode what this person likes best; null for no preference
 * @param history what the two talked about before
 */
public record QuestionSelectionCriteria(
        ConversationType type,
        Side side,
        String conversation,
        @Nullable String template,
        QuestionTags.@Nullable Mode mode,
        ConversationHistory history) {

    /** How many questions are enough: few, because a conversation is no questionnaire. */
    int size() {
        return switch (type) {
            case CHECK_IN, ASSESSMENT -> 3;
            case ONBOARDING, EXIT, TEAM_DIALOGUE -> 4;
            case DEVELOPMENT, PERFORMANCE -> 5;
            case CAREER -> 6;
        };
    }
}
