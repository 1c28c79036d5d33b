package nl.klimrek.portal.feedback;

import java.time.LocalDate;
import java.util.List;

/** One request for feedback, as far as its reader may read it. */
record FeedbackResponse(
        String id,
        String employee,
        String colleague,
        String kind,
        LocalDate dueDate,
        String status,
        List<Question> questions,
        List<String> sharedIn) {
    FeedbackResponse {
        questions = questions == null ? List.of() : questions;
        sharedIn = sharedIn == null ? List.of() : sharedIn;
    }

    /** A question by its number, from 1; {@code answer} is absent where the reader may not read it, or there is none. */
    record Question(int number, String question, String answer) {}
}
