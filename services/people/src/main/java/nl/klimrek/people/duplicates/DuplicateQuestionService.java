package nl.klimrek.people.duplicates;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.hrrecord.StableId;
import nl.klimrek.people.person.PossibleDuplicate;
import nl.klimrek.people.readmodel.MemberIndex;
import org.jspecify.annotations.Nullable;

/** Asks HR whether two people are one, once for each pair, and keeps the answers. */
public final class DuplicateQuestionService {

    private static final String OPEN = "OPEN";
    private static final String ANSWERED = "ANSWERED";

    private final AggregateStore<DuplicateQuestion> questions;
    private final MemberIndex index;
    private final Clock clock;

    public DuplicateQuestionService(AggregateStore<DuplicateQuestion> questions, MemberIndex index, Clock clock) {
        this.questions = questions;
        this.index = index;
        this.clock = clock;
    }

    static String idOf(String source, String number, String person) {
        return StableId.of("question", source, number, person);
    }

    /** @param waiting item in quarantine that waits for the answers; null when nothing waits */
    void ask(
            Organisation organisation,
            String source,
            String number,
            List<PossibleDuplicate> alike,
            @Nullable String waiting) {
        List<String> ids = alike.stream().map(PossibleDuplicate::questionId).toList();
        alike.forEach(one -> ask(
                organisation,
                source,
                number,
                one,
                waiting,
                ids.stream().filter(id -> !id.equals(one.questionId())).toList()));
    }

    private void ask(
            Organisation organisation,
            String source,
            String number,
            PossibleDuplicate alike,
            @Nullable String waiting,
            List<String> siblings) {
        questions.handle(
                Key.of(organisation, alike.questionId()),
                MessageContext.system("people"),
                known -> known.map(question -> question.updated(waiting, siblings))
                        .orElseGet(() -> Decision.accept(
                                DuplicateQuestion.asked(source, number, alike, waiting, siblings, clock.instant()))));
        index.write(organisation, alike.questionId(), 1, OPEN);
    }

    /** Answers the other open questions about a number that now belongs to a person: they are different people. */
    public void closeSiblings(Organisation organisation, DuplicateQuestion same, MessageContext cause) {
        for (String sibling : same.siblings()) {
            if (find(organisation, sibling)
                    .map(Versioned::state)
                    .filter(open -> open.answer() == null)
                    .isPresent()) {
                answer(organisation, sibling, DuplicateQuestion.Answer.DIFFERENT_PEOPLE, cause.withoutMarker());
                close(organisation, sibling);
            }
        }
    }

    /**
     * Stores HR's answer.
     *
     * @throws RefusedException {@code question-unknown}; {@code question-answered} when another answer was given before
     */
    public DuplicateQuestion answer(
            Organisation organisation, String id, DuplicateQuestion.Answer answer, MessageContext cause) {
        return questions
                .handle(
                        Key.of(organisation, id),
                        cause,
                        known -> known.map(question -> question.answer(answer, cause.actor(), clock.instant()))
                                .orElseGet(() -> Decision.refuse("question-unknown")))
                .state();
    }

    /** Closes a question whose answer has been acted upon. */
    public void close(Organisation organisation, String id) {
        index.write(organisation, id, 2, ANSWERED);
    }

    public Optional<Versioned<DuplicateQuestion>> find(Organisation organisation, String id) {
        return questions.find(Key.of(organisation, id));
    }

    /** Whether HR answered that these are different people. */
    boolean areDifferent(Organisation organisation, String source, String number, String person) {
        return find(organisation, idOf(source, number, person))
                .map(Versioned::state)
                .filter(question -> question.answer() == DuplicateQuestion.Answer.DIFFERENT_PEOPLE)
                .isPresent();
    }

    /** Open questions, by id. */
    public List<DuplicateQuestion> open(Organisation organisation, @Nullable String after, int most) {
        List<Key> keys = index.ids(organisation, List.of(OPEN), after, most).stream()
                .map(id -> Key.of(organisation, id))
                .toList();
        return questions.findAll(keys).stream()
                .map(Versioned::state)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }
}
