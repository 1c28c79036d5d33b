package nl.klimrek.portal.conversation;

import java.time.LocalDate;
import java.util.List;

/** One side's questionnaire, as the conversations service answers it; goals as codes only. */
record QuestionnaireResponse(
        LocalDate opensOn,
        List<ConversationResponse.Question> questions,
        List<Factor> factors,
        List<ConversationResponse.Agreement> carriedOver,
        List<Goal> goals) {
    QuestionnaireResponse {
        questions = questions == null ? List.of() : questions;
        factors = factors == null ? List.of() : factors;
        carriedOver = carriedOver == null ? List.of() : carriedOver;
        goals = goals == null ? List.of() : goals;
    }

    /** One's own question beside the one that the other gets. */
    record Factor(ConversationResponse.Question yours, ConversationResponse.Question mirrored) {}

    record Goal(String id, boolean keptPrivate, String state, String direction, LocalDate targetDate) {}
}
