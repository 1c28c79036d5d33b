package nl.klimrek.conversations.feedback;

import static nl.klimrek.conversations.feedback.FeedbackStatus.ASKED;
import static nl.klimrek.conversations.feedback.FeedbackStatus.DECLINED;
import static nl.klimrek.conversations.feedback.FeedbackStatus.GIVEN;
import static nl.klimrek.conversations.feedback.FeedbackStatus.WITHDRAWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klimrek.contracts.conversations.FeedbackAsked;
import nl.klimrek.contracts.conversations.FeedbackDeclined;
import nl.klimrek.contracts.conversations.FeedbackGiven;
import nl.klimrek.contracts.conversations.FeedbackKind;
import nl.klimrek.contracts.conversations.FeedbackShared;
import nl.klimrek.contracts.conversations.FeedbackWithdrawn;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One colleague, asked by the employee to look back or forward, on the employee's own questions. The answer is the
 * employee's; who else reads it, in which conversation and how much of it is the employee's choice. Answers are words:
 * no rating, and no field that could hold one.
 *
 * <p>Steps that do not fit where it rests are refused with {@code feedback-step-not-possible}.
 *
 * @param id id of this request
 * @param employee who asked
 * @param colleague who was asked
 * @param kind looking back or forward
 * @param dueDate day by which an answer helps
 * @param status where it rests
 * @param questions the employee's own
 * @param answers one to each question; null before
 * @param sharings by conversation, in order
 */
public record Feedback(
        String id,
        String employee,
        String colleague,
        FeedbackKind kind,
        LocalDate dueDate,
        FeedbackStatus status,
        FeedbackTexts questions,
        @Nullable FeedbackTexts answers,
        List<FeedbackSharing> sharings) {

    public Feedback {
        sharings = sharings == null ? List.of() : List.copyOf(sharings);
    }

    /** Asks a colleague; refused: {@code feedback-needs-words}, {@code due-date-passed}. */
    public static Decision<Feedback> asked(
            String id,
            String employee,
            String colleague,
            FeedbackKind kind,
            FeedbackTexts questions,
            LocalDate dueDate,
            LocalDate today) {
        if (!questions.inWords()) {
            return Decision.refuse("feedback-needs-words");
        }
        if (dueDate.isBefore(today)) {
            return Decision.refuse("due-date-passed");
        }
        return Decision.accept(
                new Feedback(id, employee, colleague, kind, dueDate, ASKED, questions, null, List.of()),
                new FeedbackAsked(
                        id, employee, colleague, kind, questions.texts().size(), questions.hash(), dueDate));
    }

    /** The colleague answers every question, in words. Late helps too. */
    public Decision<Feedback> give(FeedbackTexts given) {
        if (status != ASKED) {
            return notPossible();
        }
        if (given.texts().size() != questions.texts().size()) {
            return Decision.refuse(
                    "feedback-answers-differ", "questions", questions.texts().size());
        }
        return given.inWords()
                ? Decision.accept(
                        with(GIVEN, given, sharings), new FeedbackGiven(id, employee, colleague, given.hash()))
                : Decision.refuse("feedback-needs-words");
    }

    /** The colleague will not answer. */
    public Decision<Feedback> decline() {
        return status == ASKED
                ? Decision.accept(with(DECLINED, null, sharings), new FeedbackDeclined(id, employee, colleague))
                : notPossible();
    }

    /** The employee takes the question back; what was given stays. */
    public Decision<Feedback> withdraw() {
        return status == ASKED
                ? Decision.accept(with(WITHDRAWN, null, sharings), new FeedbackWithdrawn(id, employee, colleague))
                : notPossible();
    }

    /** Lets the other side of a conversation read these answers; {@code numbers} from 1, empty for all. */
    public Decision<Feedback> share(String conversation, String counterpart, Set<Integer> numbers) {
        if (status != GIVEN) {
            return notPossible();
        }
        int most = questions.texts().size();
        if (numbers.stream().anyMatch(number -> number < 1 || number > most)) {
            return Decision.refuse("feedback-answers-differ", "questions", most);
        }
        Set<Integer> wanted = numbers.isEmpty() ? all(most) : numbers;
        FeedbackSharing before =
                sharedIn(conversation).orElse(new FeedbackSharing(conversation, counterpart, Set.of()));
        FeedbackSharing after = before.and(wanted);
        return after.equals(before)
                ? Decision.unchanged()
                : Decision.accept(
                        with(GIVEN, answers, replaced(after)),
                        new FeedbackShared(id, employee, colleague, conversation, counterpart));
    }

    /** What is shared in a conversation; empty when nothing is. */
    public Optional<FeedbackSharing> sharedIn(String conversation) {
        return sharings.stream()
                .filter(sharing -> sharing.conversation().equals(conversation))
                .findFirst();
    }

    private List<FeedbackSharing> replaced(FeedbackSharing after) {
        List<FeedbackSharing> all = new ArrayList<>(sharings);
        all.removeIf(sharing -> sharing.conversation().equals(after.conversation()));
        all.add(after);
        return all;
    }

    private Feedback with(FeedbackStatus next, @Nullable FeedbackTexts given, List<FeedbackSharing> shared) {
        return new Feedback(id, employee, colleague, kind, dueDate, next, questions, given, shared);
    }

    private Decision<Feedback> notPossible() {
        return Decision.refuse("feedback-step-not-possible", "status", status.name());
    }

    private static Set<Integer> all(int most) {
        return IntStream.rangeClosed(1, most).boxed().collect(Collectors.toSet());
    }
}
