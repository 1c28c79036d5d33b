package nl.klimrek.people.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.agenda.Agenda;
import nl.klimrek.people.directory.Directory;
import nl.klimrek.people.duplicates.AddressHolders;
import nl.klimrek.people.hierarchy.Hierarchy;
import nl.klimrek.people.person.EmployeeNumbers;
import nl.klimrek.people.person.HrNumber;
import nl.klimrek.people.person.HrRecord;
import nl.klimrek.people.person.Ingestion;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.people.person.ReportingLine.NoManager;

/**
 * Ingests valid HR records. The cost of a record does not grow with the organisation: every document it touches is found
 * by its key.
 *
 * <p>What must be found later is noted before the person is stored, and what follows from the person is done after each
 * time, also after a repetition; so a stop at any place is healed by taking the same record again.
 */
public final class Roster {

    private static final String NOBODY = "nobody";

    private final EmployeeNumbers numbers;
    private final AggregateStore<Person> people;
    private final Hierarchy hierarchy;
    private final Agenda agenda;
    private final Directory directory;
    private final AddressHolders addresses;
    private final Announced announced;
    private final Clock clock;

    public Roster(
            EmployeeNumbers numbers,
            AggregateStore<Person> people,
            Hierarchy hierarchy,
            Agenda agenda,
            Directory directory,
            AddressHolders addresses,
            Announced announced,
            Clock clock) {
        this.numbers = numbers;
        this.people = people;
        this.hierarchy = hierarchy;
        this.agenda = agenda;
        this.directory = directory;
        this.addresses = addresses;
        this.announced = announced;
        this.clock = clock;
    }

    /** A person after a record, and what became of it. */
    public record Ingested(Person person, RecordResult result) {}

    /**
     * Ingests a record about the person with this number.
     *
     * @param newcomer whether nobody had the number a moment ago
     * @throws nl.klimrek.eventing.RefusedException as {@link Person#ingest} refuses; nothing changed
     */
    public Ingested ingest(
            Organisation organisation,
            String source,
            String number,
            boolean newcomer,
            HrRecord record,
            MessageContext cause) {
        Optional<String> had = newcomer ? Optional.empty() : numbers.find(organisation, source, number);
        String person = had.orElseGet(() -> numbers.personOf(organisation, source, number));
        days(record).forEach(day -> agenda.note(organisation, person, day, had.isEmpty()));
        if (record instanceof HrRecord.Upsert upsert && upsert.facts().managerNumber() != null) {
            hierarchy.names(organisation, source, upsert.facts().managerNumber(), person, had.isEmpty());
        }
        AtomicReference<RecordResult> result = new AtomicReference<>();
        Function<Optional<Person>, Decision<Person>> step = known -> {
            Ingestion ingestion = known.orElseGet(() -> Person.unheard(person, source, number))
                    .ingest(
                            record,
                            known.filter(Person::published).isPresent()
                                    ? hierarchy.of(organisation)
                                    : hierarchy.ofNewcomer(organisation),
                            clock.instant());
            result.set(ingestion.result());
            return ingestion.decision();
        };
        Key key = Key.of(organisation, person);
        Person after = settled(
                organisation,
                had.isPresent()
                        ? people.handle(key, cause.withoutMarker(), step)
                        : people.create(key, cause.withoutMarker(), step),
                had.isEmpty());
        result.get().changes().stream()
                .filter(change -> change.field().equals("email") && change.before() != null)
                .forEach(change -> addressIsFree(organisation, change.before().toString(), after));
        return new Ingested(after, result.get());
    }

    /**
     * What {@link #ingest} would do now. Writes nothing; somebody unknown has no person id.
     *
     * @param earlier the person as earlier rows of a file would leave them; null to look on the roster
     * @throws nl.klimrek.eventing.RefusedException as {@link Person#ingest} refuses
     */
    public Ingested preview(Organisation organisation, String source, String number, HrRecord record, Person earlier) {
        Person before = earlier != null
                ? earlier
                : numbers.find(organisation, source, number)
                        .flatMap(person -> find(organisation, person))
                        .map(Versioned::state)
                        .orElseGet(() -> Person.unheard(NOBODY, source, number));
        Ingestion ingestion = before.ingest(record, hierarchy.of(organisation), clock.instant());
        return new Ingested(
                ingestion.decision().stateOr(() -> before),
                ingestion.result().of(before.person().equals(NOBODY) ? null : before.person()));
    }

    /**
     * HR said that records with this number are about that person. Whoever had the number before turns out to be the same
     * person and leaves the roster; reports who name the number as their manager's get this manager.
     */
    public void link(Organisation organisation, HrNumber number, String person, MessageContext cause) {
        Optional<String> other = numbers.link(organisation, number.source(), number.number(), person);
        handleKnown(organisation, person, cause.withoutMarker(), known -> known.alsoKnownAs(number));
        other.ifPresent(second -> handleKnown(
                organisation,
                second,
                cause.withoutMarker(),
                known -> known.mergedIntoAnother(hierarchy.of(organisation), clock.instant())));
        hierarchy
                .whoName(organisation, known(organisation, person))
                .forEach(report -> relate(organisation, report, cause.withoutMarker()));
    }

    /** Applies what was announced for today. */
    public void advance(Organisation organisation, String person, MessageContext cause) {
        handleKnown(organisation, person, cause, known -> known.advance(hierarchy.of(organisation), clock.instant()));
    }

    /** Looks again to whom somebody reports; empty when they were announced but never stored. */
    public Optional<Person> relate(Organisation organisation, String person, MessageContext cause) {
        return handleKnown(
                organisation, person, cause, known -> known.relate(hierarchy.of(organisation), clock.instant()));
    }

    /** Somebody who must be known, because a fact of ours names them. */
    public Person known(Organisation organisation, String person) {
        return find(organisation, person)
                .map(Versioned::state)
                .orElseThrow(() -> new IllegalStateException("a fact names a person who is not stored"));
    }

    /** Those of these people who are stored. */
    List<Person> findAll(Organisation organisation, Collection<String> wanted) {
        return people
                .findAll(wanted.stream()
                        .map(person -> Key.of(organisation, person))
                        .toList())
                .stream()
                .map(Versioned::state)
                .toList();
    }

    public Optional<Versioned<Person>> find(Organisation organisation, String person) {
        return people.find(Key.of(organisation, person));
    }

    private Optional<Person> handleKnown(
            Organisation organisation, String person, MessageContext cause, Function<Person, Decision<Person>> step) {
        Versioned<Person> done = people.handle(
                Key.of(organisation, person), cause, known -> known.map(step).orElseGet(Decision::unchanged));
        return done.state() == null ? Optional.empty() : Optional.of(settled(organisation, done, false));
    }

    private Person settled(Organisation organisation, Versioned<Person> stored, boolean newcomer) {
        Person person = stored.state();
        list(organisation, person, newcomer);
        announced.note(organisation, person);
        if (person.reporting().because() != NoManager.CYCLE_IN_HIERARCHY) {
            return person;
        }
        hierarchy.block(organisation, person.person());
        // The chart may have changed before it could be seen that somebody waits for that.
        return people.handle(
                        Key.of(organisation, person.person()),
                        MessageContext.system("people"),
                        known -> known.orElse(person).relate(hierarchy.of(organisation), clock.instant()))
                .state();
    }

    private void list(Organisation organisation, Person person, boolean newcomer) {
        if (person.employed()) {
            directory.list(organisation, person, addresses.holds(organisation, person), newcomer);
        } else if (person.facts() != null && person.facts().email() != null) {
            addressIsFree(organisation, person.facts().email(), person);
        }
    }

    /** Whoever else has the address is listed with it from now on. */
    private void addressIsFree(Organisation organisation, String email, Person former) {
        addresses
                .others(organisation, email, former)
                .forEach(other -> directory.list(organisation, other, addresses.holds(organisation, other), false));
    }

    private static Stream<LocalDate> days(HrRecord record) {
        LocalDate lastDay = record instanceof HrRecord.Upsert upsert
                ? upsert.facts().endDate()
                : ((HrRecord.Leaving) record).lastDay();
        LocalDate firstDay =
                record instanceof HrRecord.Upsert upsert ? upsert.facts().startDate() : null;
        return Stream.of(
                        Optional.of(record.order().effectiveAt()),
                        Optional.ofNullable(firstDay),
                        Optional.ofNullable(lastDay).map(day -> day.plusDays(1)))
                .flatMap(Optional::stream);
    }
}
