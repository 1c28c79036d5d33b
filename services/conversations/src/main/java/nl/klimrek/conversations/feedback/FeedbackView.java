package nl.klimrek.conversations.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.conversations.FeedbackKind;
import org.jspecify.annotations.Nullable;

/** What may be read of feedback, by each of its readers. */
final class FeedbackView {

    private FeedbackView() {}

    /** In a list; facts only. */
    record FeedbackLine(
            String id, String employee, String colleague, FeedbackKind kind, LocalDate dueDate, FeedbackStatus status) {

        static FeedbackLine of(Feedback one) {
            return new FeedbackLine(one.id(), one.employee(), one.colleague(), one.kind(), one.dueDate(), one.status());
        }
    }

    /**
     * For the two of it. The colleague reads the questions, and the answer is the employee's alone once it is given.
     *
     * @param sharedIn conversations in which the employee shared it; the employee's alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            String id,
            String employee,
            String colleague,
            FeedbackKind kind,
            LocalDate dueDate,
            FeedbackStatus status,
            List<QuestionAndAnswer> questions,
            @Nullable List<String> sharedIn) {

        static Whole forEmployee(Feedback one) {
            return of(
                    one,
                    answered(one, one.answers()),
                    one.sharings().stream().map(FeedbackSharing::conversation).toList());
        }

        static Whole forColleague(Feedback one) {
            return of(one, answered(one, null), null);
        }

        private static Whole of(Feedback one, List<QuestionAndAnswer> questions, @Nullable List<String> sharedIn) {
            return new Whole(
                    one.id(),
                    one.employee(),
                    one.colleague(),
                    one.kind(),
                    one.dueDate(),
                    one.status(),
                    questions,
                    sharedIn);
        }
    }

    /** A question by its number, from 1, and the answer where the reader may read it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionAndAnswer(
            int number, String question, @Nullable String answer) {}

    /** What the employee shared of one answer. */
    record Shared(String id, String colleague, FeedbackKind kind, List<QuestionAndAnswer> questions) {

        static Shared of(Feedback one, Set<Integer> numbers) {
            return new Shared(
                    one.id(),
                    one.colleague(),
                    one.kind(),
                    answered(one, one.answers()).stream()
                            .filter(each -> numbers.contains(each.number()))
                            .toList());
        }
    }

    private static List<QuestionAndAnswer> answered(Feedback one, @Nullable FeedbackTexts answers) {
        List<QuestionAndAnswer> all = new ArrayList<>();
        for (int i = 0; i < one.questions().texts().size(); i++) {
            all.add(new QuestionAndAnswer(
                    i + 1,
                    one.questions().texts().get(i),
                    answers == null ? null : answers.texts().get(i)));
        }
        return all;
    }
}
