package nl.klimrek.portal.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conversation as its service answers it to this reader; what the reader may not read is absent. */
record ConversationResponse(
        String id,
        String type,
        String status,
        String reason,
        String employee,
        String counterpart,
        String relation,
        String you,
        String asked,
        LocalDate windowFrom,
        LocalDate windowUntil,
        Instant slotStart,
        Instant slotEnd,
        String proposedBy,
        List<String> slotOutside,
        Holding holding,
        int reportVersion,
        String outcome,
        String cancelled,
        String declineReason,
        List<Point> points,
        List<Point> notes,
        List<Question> questions,
        Preparation mine,
        Preparation theirs,
        List<Report> reports,
        List<Agreement> agreements,
        List<Agreement> carriedOver,
        String endReason,
        @Nullable Opening opening) {

    static final String EMPLOYEE = "EMPLOYEE";

    ConversationResponse {
        points = listed(points);
        notes = listed(notes);
        slotOutside = listed(slotOutside);
        questions = listed(questions);
        reports = listed(reports);
        agreements = listed(agreements);
        carriedOver = listed(carriedOver);
    }

    record Holding(Instant heldAt, List<String> questions, String approach, String horizon, String perspective) {
        Holding {
            questions = listed(questions);
        }
    }

    /** @param questions ids of the reader's own questions; {@code text} is the tip in the reader's language */
    record Opening(List<String> questions, String text) {
        Opening {
            questions = listed(questions);
        }
    }

    record Point(String id, String by, String text) {}

    record Question(String id, String text, @Nullable String because) {}

    record Preparation(boolean shared, List<Answer> answers) {
        Preparation {
            answers = listed(answers);
        }
    }

    /** {@code asked} is the wording of the question when it was answered. */
    record Answer(String question, String asked, String text) {}

    record Report(int version, String by, String text, List<String> confirmedBy, List<Statement> statements) {
        Report {
            confirmedBy = listed(confirmedBy);
            statements = listed(statements);
        }
    }

    record Statement(String by, String text) {}

    /** {@code conversation} and {@code with} are of what was carried over alone; {@code text} is absent where it is not the reader's. */
    record Agreement(
            String conversation,
            String with,
            String id,
            String text,
            String owner,
            LocalDate dueDate,
            String state,
            String dropReason) {}

    boolean is(String... statuses) {
        return List.of(statuses).contains(status);
    }

    /** Whether it is still to be held. */
    boolean isAhead() {
        return is("PLANNED", "INVITED", "ACCEPTED", "MISSED");
    }

    /** Whether it took place and is not closed. */
    boolean isUnderway() {
        return is("HELD", "RECORDED", "CONFIRMED");
    }

    /** Person id of a side. */
    String person(String side) {
        return EMPLOYEE.equals(side) ? employee : counterpart;
    }

    /** For one of the two the other; for everybody else the counterpart. */
    String other() {
        return you == null || EMPLOYEE.equals(you) ? counterpart : employee;
    }

    boolean mine(String side) {
        return side != null && side.equals(you);
    }

    /** The newest report; null before. */
    @Nullable
    Report newest() {
        return reports.stream()
                .filter(report -> report.version() == reportVersion)
                .findFirst()
                .orElse(null);
    }

    boolean confirmedByReader() {
        return newest() != null && newest().confirmedBy().contains(you);
    }

    /** Every question whose text this reader may read, without duplicates. */
    List<Question> known() {
        Stream<Question> answered = Stream.of(mine, theirs)
                .filter(one -> one != null)
                .flatMap(one -> one.answers().stream())
                .filter(answer -> answer.asked() != null)
                .map(answer -> new Question(answer.question(), answer.asked(), null));
        List<String> seen = new java.util.ArrayList<>();
        return Stream.concat(questions.stream(), answered)
                .filter(question -> !seen.contains(question.id()) && seen.add(question.id()))
                .toList();
    }

    private static <T> List<T> listed(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** A note in the list of notes. {@code writtenAt} is absent for a shared one. */
    record PrivateNote(String id, boolean shared, String by, String text, Instant writtenAt) {}

    /** Feedback that the employee shared in this conversation. */
    record SharedFeedback(String id, String colleague, String kind, List<FeedbackAnswer> questions) {
        SharedFeedback {
            questions = listed(questions);
        }
    }

    record FeedbackAnswer(int number, String question, String answer) {}
}
