package nl.klimrek.people.roster;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.people.directory.DirectoryService;
import nl.klimrek.people.duplicates.EmailOwnership;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.person.EmployeeNumberLink;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.NumberLookup;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.RecordDecision;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.people.person.ReportingLine.NoManager;
import org.jspecify.annotations.Nullable;

/**
 * Ingests valid HR records. The cost of a record does not grow with the organisation: every document it needs is found by
 * its key.
 *
 * <p>The order of the writes makes every stop harmless. What must be found later is noted before the person is stored.
 * What follows from the person is done afterwards, also when the record is repeated.
 */
public final class RosterService {
    private static final String NOBODY = "nobody";

    private final EmployeeNumberRepository numbers;
    private final PersonRepository people;
    private final Hierarchy hierarchy;
    private final DirectoryService directory;
    private final EmailOwnership emails;
    private final FutureStarterIndex futureStarters;
    private final Clock clock;

    public RosterService(
            EmployeeNumberRepository numbers,
            PersonRepository people,
            Hierarchy hierarchy,
            DirectoryService directory,
            EmailOwnership emails,
            FutureStarterIndex futureStarters,
            Clock clock) {
        this.numbers = numbers;
        this.people = people;
        this.hierarchy = hierarchy;
        this.directory = directory;
        this.emails = emails;
        this.futureStarters = futureStarters;
        this.clock = clock;
    }

    /** A person after a record, and the result of the record. */
    public record Ingested(Person person, RecordResult result) {}

    /**
     * Ingests a record about the person with this number.
     *
     * @throws nl.klimrek.eventing.RefusedException as {@link Person#ingest} refuses; nothing changed
     */
    public Ingested ingest(
            Organisation organisation,
            EmployeeNumber number,
            NumberLookup lookup,
            HrRecord record,
            MessageContext cause) {
        Optional<String> knownId = lookup.person().map(Person::person).or(() -> findId(organisation, number, lookup));
        Optional<EmployeeNumberLink> made = knownId.isPresent()
                ? Optional.empty()
                : Optional.of(numbers.findOrCreate(organisation, number, cause.causationId()));
        boolean newcomer = made.isPresent();
        String id = made.map(EmployeeNumberLink::person).or(() -> knownId).orElseThrow();
        Optional<Person> seen = newcomer
                ? Optional.empty()
                : lookup.person().or(() -> people.find(organisation, id).map(Versioned::state));
        record.managerNumber()
                .ifPresent(
                        manager -> hierarchy.noteManagerNumber(organisation, number.source(), manager, id, newcomer));
        AtomicReference<@Nullable RecordResult> decided = new AtomicReference<>();
        Person after = people.change(
                organisation,
                Person.unknown(id, number.source(), number.number()),
                seen,
                managerNumbers(record),
                made.map(link -> introduction(link, cause))
                        .orElseGet(() -> introduction(organisation, number, seen, cause))
                        .withoutMarker(),
                (person, lines) -> {
                    RecordDecision decision = person.ingest(record, lines, clock.instant());
                    decided.set(decision.result());
                    return decision.decision();
                });
        Person settled = settle(organisation, after, newcomer);
        RecordResult result = Objects.requireNonNull(decided.get(), "an accepted record has a result");
        result.changes().stream()
                .filter(change -> change.field().equals("email") && change.before() != null)
                .forEach(change -> releaseEmail(organisation, change.before().toString(), settled));
        return new Ingested(settled, result);
    }

    /**
     * The context of a step of this person. The first event of a person names the record that led to the id, so that a restore
     * finds the id by it.
     */
    private MessageContext introduction(
            Organisation organisation, EmployeeNumber number, Optional<Person> seen, MessageContext cause) {
        return seen.filter(Person::published).isPresent()
                ? cause
                : numbers.findLink(organisation, number)
                        .map(link -> introduction(link, cause))
                        .orElse(cause);
    }

    private static MessageContext introduction(EmployeeNumberLink link, MessageContext cause) {
        return link.introducedBy() == null ? cause : cause.withCausation(link.introducedBy());
    }

    private Optional<String> findId(Organisation organisation, EmployeeNumber number, NumberLookup lookup) {
        return lookup.newcomer() ? Optional.empty() : numbers.find(organisation, number.source(), number.number());
    }

    /**
     * The result that {@link #ingest} would have now. Writes nothing; an unknown person has no id.
     *
     * @param earlier the person as earlier rows of a file would leave them; empty to read the roster
     * @throws nl.klimrek.eventing.RefusedException as {@link Person#ingest} refuses
     */
    public Ingested preview(
            Organisation organisation, EmployeeNumber number, HrRecord record, Optional<Person> earlier) {
        Person before = earlier.or(() -> numbers.find(organisation, number.source(), number.number())
                        .flatMap(person -> find(organisation, person))
                        .map(Versioned::state))
                .orElseGet(() -> Person.unknown(NOBODY, number.source(), number.number()));
        RecordDecision decision =
                before.ingest(record, hierarchy.linesOf(organisation, before, managerNumbers(record)), clock.instant());
        Person after = decision.decision().stateOr(() -> before);
        RecordResult result = Objects.requireNonNull(decision.result(), "an accepted record has a result");
        return new Ingested(after, result.of(before.person().equals(NOBODY) ? null : before.person()));
    }

    /**
     * Links a number to the person that HR says it belongs to. If another person had the number, they are the same person
     * and leave the roster. Reports who name the number as their manager's get this manager.
     */
    public void link(Organisation organisation, EmployeeNumber number, String person, MessageContext cause) {
        Optional<String> other = numbers.link(organisation, number.source(), number.number(), person);
        people.change(organisation, person, cause.withoutMarker(), (known, lines) -> known.addNumber(number))
                .ifPresent(known -> settle(organisation, known, false));
        other.flatMap(second -> people.change(
                        organisation,
                        second,
                        cause.withoutMarker(),
                        (known, lines) -> known.endAsDuplicate(lines, clock.instant())))
                .ifPresent(second -> settle(organisation, second, false));
        hierarchy.forEachNaming(
                organisation,
                people.get(organisation, person),
                report -> updateReportingLine(organisation, report, cause.withoutMarker()));
    }

    /** Applies the changes that have taken effect. */
    public void advance(Organisation organisation, String person, MessageContext cause) {
        Optional<Person> seen = people.find(organisation, person).map(Versioned::state);
        seen.map(before -> people.change(
                        organisation,
                        before,
                        seen,
                        Set.of(),
                        introduction(organisation, new EmployeeNumber(before.source(), before.number()), seen, cause),
                        (known, lines) -> known.advance(lines, clock.instant())))
                .ifPresent(known -> {
                    settle(organisation, known, false);
                    people.change(organisation, person, cause, (now, lines) -> now.settled());
                });
    }

    /** Looks up again to whom somebody reports; empty when they are not stored. */
    public Optional<Person> updateReportingLine(Organisation organisation, String person, MessageContext cause) {
        return people.change(
                        organisation,
                        person,
                        cause,
                        (known, lines) -> known.updateReportingLine(lines, clock.instant()))
                .map(known -> settle(organisation, known, false));
    }

    public Optional<Versioned<Person>> find(Organisation organisation, String person) {
        return people.find(organisation, person);
    }

    /** Whether this person is employed now. */
    public boolean employed(Organisation organisation, String person) {
        return find(organisation, person)
                .map(Versioned::state)
                .filter(Person::employed)
                .isPresent();
    }

    private Person settle(Organisation organisation, Person person, boolean newcomer) {
        list(organisation, person, newcomer);
        futureStarters.note(organisation, person);
        boolean cycle = person.reporting().because() == NoManager.CYCLE_IN_HIERARCHY;
        if (cycle) {
            hierarchy.noteCycle(organisation, person.person());
        }
        if (!cycle && !hierarchy.hasManagerNow(organisation, person)) {
            return person;
        }
        // The manager may have arrived, or the chart changed, before anybody could see that this person waits for that.
        return people.change(
                        organisation,
                        person.person(),
                        MessageContext.system("people"),
                        (known, lines) -> known.updateReportingLine(lines, clock.instant()))
                .orElse(person);
    }

    private void list(Organisation organisation, Person person, boolean newcomer) {
        if (person.employed()) {
            directory.list(organisation, person, emails.holds(organisation, person), newcomer);
        } else if (person.facts() != null && person.facts().email() != null) {
            releaseEmail(organisation, person.facts().email(), person);
        }
    }

    /** Lists the other people who have the address with it, now that its former holder does not use it. */
    private void releaseEmail(Organisation organisation, String email, Person former) {
        emails.others(organisation, email, former)
                .forEach(other -> directory.list(organisation, other, emails.holds(organisation, other), false));
    }

    private static Set<String> managerNumbers(HrRecord record) {
        return record.managerNumber().stream().collect(Collectors.toSet());
    }
}
