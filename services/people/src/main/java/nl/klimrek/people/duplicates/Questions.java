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
import nl.klimrek.people.person.PossibleDuplicate;
import nl.klimrek.people.person.StableId;
import nl.klimrek.people.register.Register;

/** Asks HR whether two are one person, each pair once, and keeps the answers. */
public final class Questions {

    private static final String OPEN = "OPEN";
    private static final String ANSWERED = "ANSWERED";

    private final AggregateStore<Question> questions;
    private final Register register;
    private final Clock clock;

    public Questions(AggregateStore<Question> questions, Register register, Clock clock) {
        this.questions = questions;
        this.register = register;
        this.clock = clock;
    }

    static String idOf(String source, String number, String person) {
        return StableId.of("question", source, number, person);
    }

    /** @param waiting item in quarantine that waits for the answers; null when nothing waits */
    void ask(Organisation organisation, String source, String number, List<PossibleDuplicate> alike, String waiting) {
        List<String> ids = alike.stream().map(PossibleDuplicate::question).toList();
        alike.forEach(one -> ask(
                organisation,
                source,
                number,
                one,
                waiting,
                ids.stream().filter(id -> !id.equals(one.question())).toList()));
    }

    private void ask(
            Organisation organisation,
            String source,
            String number,
            PossibleDuplicate alike,
            String waiting,
            List<String> siblings) {
        questions.handle(
                Key.of(organisation, alike.question()),
                MessageContext.system("people"),
                known -> known.map(question -> question.askedAgain(waiting, siblings))
                        .orElseGet(() -> Decision.accept(
                                Question.asked(source, number, alike, waiting, siblings, clock.instant()))));
        register.write(organisation, alike.question(), 1, OPEN);
    }

    /** The number is another person's: who else may have been the same is not. */
    public void tellApart(Organisation organisation, Question same, MessageContext cause) {
        for (String sibling : same.siblings()) {
            if (find(organisation, sibling)
                    .map(Versioned::state)
                    .filter(open -> open.answer() == null)
                    .isPresent()) {
                answer(organisation, sibling, Question.Answer.DIFFERENT_PEOPLE, cause.withoutMarker());
                close(organisation, sibling);
            }
        }
    }

    /**
     * Keeps HR's answer.
     *
     * @throws RefusedException {@code question-unknown}; {@code question-answered} when another answer was given before
     */
    public Question answer(Organisation organisation, String id, Question.Answer answer, MessageContext cause) {
        return questions
                .handle(
                        Key.of(organisation, id),
                        cause,
                        known -> known.map(question -> question.answer(answer, cause.actor(), clock.instant()))
                                .orElseGet(() -> Decision.refuse("question-unknown")))
                .state();
    }

    /** The answer was acted upon. */
    public void close(Organisation organisation, String id) {
        register.write(organisation, id, 2, ANSWERED);
    }

    public Optional<Versioned<Question>> find(Organisation organisation, String id) {
        return questions.find(Key.of(organisation, id));
    }

    /** Whether HR said that these are different people. */
    boolean toldApart(Organisation organisation, String source, String number, String person) {
        return find(organisation, idOf(source, number, person))
                .map(Versioned::state)
                .filter(question -> question.answer() == Question.Answer.DIFFERENT_PEOPLE)
                .isPresent();
    }

    /** Open questions, by id. */
    public List<Question> open(Organisation organisation, String after, int most) {
        List<Key> keys = register.ids(organisation, List.of(OPEN), after, most).stream()
                .map(id -> Key.of(organisation, id))
                .toList();
        return questions.findAll(keys).stream()
                .map(Versioned::state)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }
}
