package nl.klimrek.people.person;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;
import nl.klimrek.people.person.ReportingLine.NoManager;
import org.jspecify.annotations.Nullable;

/**
 * One person as HR systems know them.
 *
 * <p>Guarantees: each fact comes from the record that wins by {@link RecordOrder} among those that hold today, whatever
 * order the records arrived in and however often. Of two records with the same order, the later arrival wins. A record
 * for a later day waits for that day in the person's own zone. Nobody is employed before the first day or after the
 * last. Only the employed have a manager.
 *
 * @param person random id
 * @param source HR system that knows this person
 * @param number employee number in that system
 * @param status whether the person is on the roster
 * @param facts that hold now; null while none do
 * @param asOf order of the newest record in those facts; null without facts
 * @param reporting to whom the person reports
 * @param upcoming records for later days, in order
 * @param processed newest records that were processed, oldest first
 * @param snapshot newest snapshot that the person was in; null when none
 * @param since order of each field, where not all have {@code asOf}
 * @param published whether an event about this person was ever published
 * @param aliases other numbers of the same person, confirmed by HR
 * @param unsettledSince when a day's changes were stored whose consequences are not known to be done; null otherwise
 */
public record Person(
        String person,
        String source,
        String number,
        @JsonProperty("standing") EmploymentStatus status,
        @Nullable EmployeeFacts facts,
        @Nullable RecordOrder asOf,
        ReportingLine reporting,
        List<HrRecord> upcoming,
        @JsonProperty("taken") List<ProcessedRecord> processed,
        @Nullable String snapshot,
        Map<HrField, RecordOrder> since,
        boolean published,
        List<EmployeeNumber> aliases,
        @Nullable Instant unsettledSince) {

    public Person {
        upcoming = upcoming == null ? List.of() : List.copyOf(upcoming);
        processed = processed == null ? List.of() : List.copyOf(processed);
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        since = since == null ? Map.of() : Map.copyOf(since);
        published |= status != EmploymentStatus.EXPECTED;
    }

    /** A person of whom only the number is known. */
    public static Person unknown(String person, String source, String number) {
        return new Person(
                person,
                source,
                number,
                EmploymentStatus.EXPECTED,
                null,
                null,
                ReportingLine.toNobody(NoManager.NONE_GIVEN),
                List.of(),
                List.of(),
                null,
                Map.of(),
                false,
                List.of(),
                null);
    }

    /**
     * Ingests a record of the HR system. Refused: {@code conflict} for other content under an id that was processed,
     * {@code twice-in-file} for a second row about the same day, {@code too-many-announced}, {@code impossible-dates}
     * where the dates contradict what is known.
     */
    public RecordDecision ingest(HrRecord record, ReportingLines lines, Instant now) {
        return new RecordDecider(this, lines, now).decide(record);
    }

    /**
     * Applies the upcoming records whose day has come. A first or last day makes the person employed or a leaver. A person
     * who changes stays due until {@link #settled}.
     */
    public Decision<Person> advance(ReportingLines lines, Instant now) {
        return new UpdateDecider(this, lines, now).decide(this) instanceof Decision.Accepted<Person> changed
                ? Decision.accept(changed.state().unsettled(now), changed.events())
                : Decision.unchanged();
    }

    /** Notes that everything that follows from the changes of a day is done. */
    public Decision<Person> settled() {
        return unsettledSince == null ? Decision.unchanged() : Decision.accept(unsettled(null));
    }

    /** The moment at which a clock must look at this person; null when there is none. */
    public @Nullable Instant due() {
        return unsettledSince == null ? NextChange.of(this) : unsettledSince;
    }

    /** Applies the reporting lines as they are now, because a manager came, left or returned. */
    public Decision<Person> updateReportingLine(ReportingLines lines, Instant now) {
        return new UpdateDecider(this, lines, now).decide(this);
    }

    public boolean employed() {
        return status == EmploymentStatus.EMPLOYED;
    }

    /** Whether any record about the person has been accepted, also one for a later day. */
    public boolean hasRecords() {
        return facts != null || announced().firstFacts().isPresent();
    }

    /** The facts, or those of the first upcoming record where none hold yet; null without either. */
    public @Nullable EmployeeFacts expectedFacts() {
        return facts != null ? facts : announced().firstFacts().orElse(null);
    }

    /** The facts of a person of whom some hold now, such as every employed person. */
    public EmployeeFacts currentFacts() {
        return Objects.requireNonNull(facts, "a person without facts");
    }

    /** Whether the person is employed and reports to this manager. */
    public boolean managedBy(String manager) {
        return employed() && reporting.isTo(manager);
    }

    /** Employee numbers of every manager that the facts or an upcoming record name. */
    public Set<String> managerNumbers() {
        return announced().managerNumbers(facts);
    }

    /** Every number by which HR systems know this person. */
    public List<EmployeeNumber> numbers() {
        return Stream.concat(Stream.of(new EmployeeNumber(source, number)), aliases.stream())
                .toList();
    }

    /** Adds a number to this person. */
    public Decision<Person> addNumber(EmployeeNumber other) {
        if (numbers().contains(other)) {
            return Decision.unchanged();
        }
        List<EmployeeNumber> next =
                Stream.concat(aliases.stream(), Stream.of(other)).toList();
        return Decision.accept(with(processed, snapshot, next, unsettledSince));
    }

    /** Ends the employment of this person, who turned out to be another person on the roster. */
    public Decision<Person> endAsDuplicate(ReportingLines lines, Instant now) {
        KnownFacts ended = knowledge().cutOffAfter(today(now).minusDays(1));
        return new UpdateDecider(this, lines, now).decide(with(ended, List.of()));
    }

    /** Publishes the present facts again, without changing them. A person who is not on the roster yet is not published. */
    public Decision<Person> republish() {
        List<Record> facts = PersonEvents.current(this);
        return facts.isEmpty() ? Decision.unchanged() : Decision.accept(this, facts);
    }

    /** Today in the person's zone; in UTC while the zone is unknown. */
    public LocalDate today(Instant now) {
        return knowledge().today(now);
    }

    /** This person with a record among the processed ones. */
    Person withProcessed(HrRecord record) {
        boolean early = !hasRecords() && record instanceof HrRecord.Leaving;
        String newest = record.snapshot() == null ? snapshot : record.snapshot();
        return with(history().with(record, early), newest, aliases, unsettledSince);
    }

    /** This person with the outcome of the newest record. */
    Person withOutcome(RecordOutcome outcome) {
        return with(history().withOutcome(outcome), snapshot, aliases, unsettledSince);
    }

    KnownFacts knowledge() {
        return new KnownFacts(facts, asOf, since);
    }

    UpcomingRecords announced() {
        return new UpcomingRecords(upcoming);
    }

    ProcessedRecords history() {
        return new ProcessedRecords(processed);
    }

    Person with(KnownFacts known, List<HrRecord> waiting) {
        return with(known, waiting, status, reporting);
    }

    Person with(KnownFacts known, List<HrRecord> waiting, EmploymentStatus newStatus, ReportingLine line) {
        return new Person(
                person,
                source,
                number,
                newStatus,
                known.facts(),
                known.asOf(),
                line,
                waiting,
                processed,
                snapshot,
                known.since(),
                published,
                aliases,
                unsettledSince);
    }

    private Person unsettled(@Nullable Instant moment) {
        return with(processed, snapshot, aliases, moment);
    }

    private Person with(
            List<ProcessedRecord> processed,
            @Nullable String snapshot,
            List<EmployeeNumber> aliases,
            @Nullable Instant unsettled) {
        return new Person(
                person, source, number, status, facts, asOf, reporting, upcoming, processed, snapshot, since, published,
                aliases, unsettled);
    }
}
