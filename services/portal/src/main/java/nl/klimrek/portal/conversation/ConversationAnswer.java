package nl.klimrek.portal.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A conversation as its service answers it to this reader; what the reader may not read is absent. */
record ConversationAnswer(String id, String type, String status, String reason, String employee, String counterpart, String you,
        String asked, LocalDate windowFrom, LocalDate windowUntil, Instant slotStart, Instant slotEnd, String proposedBy,
        int reportVersion, String outcome, String cancelled, String declineReason, List<Question> questions, Preparation mine,
        Preparation theirs, List<Report> reports, List<Agreement> agreements, List<Agreement> carriedOver, String endReason) {

    record Question(String id, String text) {
    }

    record Preparation(boolean shared, List<Answer> answers) {
    }

    record Answer(String question, String text) {
    }

    record Report(int version, String by, String text, List<String> confirmedBy, List<Statement> statements) {
    }

    record Statement(String by, String text) {
    }

    /** {@code conversation} and {@code with} are of what was carried over alone; {@code text} is absent where it is not the reader's. */
    record Agreement(String conversation, String with, String id, String text, String owner, LocalDate dueDate, String state) {
    }

    static <T> List<T> listed(List<T> list) {
        return list == null ? List.of() : list;
    }
}
