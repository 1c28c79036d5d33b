package nl.klimrek.portal.conversation;

import java.util.List;

/** Feedback that the employee shared in this conversation. */
record SharedFeedback(String id, String colleague, String kind, List<Said> questions) {
    SharedFeedback {
        questions = questions == null ? List.of() : questions;
    }

    record Said(int number, String question, String answer) {}
}
