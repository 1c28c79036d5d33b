package nl.klimrek.people.roster;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.ContentionException;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.ReportingLines;

/**
 * People as they are stored.
 *
 * <p>Guarantee: a decision reads nothing. Its reporting lines are looked up first, for the state that is then decided on;
 * when that state has changed in between, they are looked up again.
 */
public final class PersonRepository {
    private static final int MAX_ATTEMPTS = 100;

    private final AggregateStore<Person> people;
    private final Hierarchy hierarchy;

    public PersonRepository(AggregateStore<Person> people, Hierarchy hierarchy) {
        this.people = people;
        this.hierarchy = hierarchy;
    }

    public Optional<Versioned<Person>> find(Organisation organisation, String person) {
        return people.find(Key.of(organisation, person));
    }

    /** The people with these ids that are stored, in no particular order. */
    public List<Person> findAll(Organisation organisation, Collection<String> ids) {
        return people.findAll(ids.stream().map(id -> Key.of(organisation, id)).toList()).stream()
                .map(Versioned::state)
                .toList();
    }

    /**
     * The person whom an event of this service names.
     *
     * @throws IllegalStateException when the person is not stored
     */
    public Person get(Organisation organisation, String person) {
        return find(organisation, person)
                .map(Versioned::state)
                .orElseThrow(() -> new IllegalStateException("an event names a person who is not stored"));
    }

    /** Changes a stored person; empty when there is none. */
    Optional<Person> change(
            Organisation organisation,
            String person,
            MessageContext cause,
            BiFunction<Person, ReportingLines, Decision<Person>> decider) {
        return find(organisation, person)
                .map(Versioned::state)
                .map(known -> change(organisation, known, Optional.of(known), Set.of(), cause, decider));
    }

    /**
     * Changes a person, or stores a new one.
     *
     * @param blank what a new person begins with
     * @param seen the person as last read; empty when probably not stored yet
     * @param moreNumbers numbers of managers that the decision may need beside those the person names
     */
    Person change(
            Organisation organisation,
            Person blank,
            Optional<Person> seen,
            Set<String> moreNumbers,
            MessageContext cause,
            BiFunction<Person, ReportingLines, Decision<Person>> decider) {
        Key key = Key.of(organisation, blank.person());
        Optional<Person> expected = seen;
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Attempt step = new Attempt(
                    expected,
                    blank,
                    hierarchy.linesOf(organisation, expected.orElse(blank), moreNumbers),
                    decider,
                    new AtomicBoolean());
            Versioned<Person> after =
                    expected.isEmpty() ? people.create(key, cause, step) : people.handle(key, cause, step);
            if (!step.overtaken().get()) {
                return after.state() == null ? blank : after.state();
            }
            expected = Optional.ofNullable(after.state());
        }
        throw new ContentionException(key, MAX_ATTEMPTS);
    }

    /** Decides only on the state for which the lines were looked up; otherwise changes nothing and notes that. */
    private record Attempt(
            Optional<Person> expected,
            Person blank,
            ReportingLines lines,
            BiFunction<Person, ReportingLines, Decision<Person>> decider,
            AtomicBoolean overtaken)
            implements Function<Optional<Person>, Decision<Person>> {
        @Override
        public Decision<Person> apply(Optional<Person> current) {
            overtaken.set(!current.equals(expected));
            return overtaken.get() ? Decision.unchanged() : decider.apply(current.orElse(blank), lines);
        }
    }
}
