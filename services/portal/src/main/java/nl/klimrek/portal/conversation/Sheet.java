package nl.klimrek.portal.conversation;

import java.time.LocalDate;
import java.util.List;

/** What one side prepares on, as the conversations service answers it; of goals only codes. */
record Sheet(
        LocalDate opensOn,
        List<Talk.Question> questions,
        List<Factor> factors,
        List<Talk.Agreement> carriedOver,
        List<Goal> goals) {
    Sheet {
        questions = questions == null ? List.of() : questions;
        factors = factors == null ? List.of() : factors;
        carriedOver = carriedOver == null ? List.of() : carriedOver;
        goals = goals == null ? List.of() : goals;
    }

    /** One's own question beside the one that the other gets. */
    record Factor(Talk.Question yours, Talk.Question mirrored) {}

    record Goal(String id, boolean keptPrivate, String state, String direction, LocalDate targetDate) {}
}
