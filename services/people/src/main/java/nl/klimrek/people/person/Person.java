package nl.klimrek.people.person;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;
import nl.klimrek.people.person.ReportingLine.NoManager;

/**
 * One person as the HR system of their organisation knows them.
 *
 * <p>Guarantees: each fact is that of the record that wins by {@link RecordOrder} among those that state it and hold
 * today, whatever order the records came in and however often; of two records with the same order the one that came later
 * counts. A record for a later day waits for that day in the person's own zone. Nobody is employed before their first day
 * or after their last; who is not employed has no manager.
 *
 * @param person random id
 * @param source HR system that knows this person
 * @param number employee number in that system
 * @param status whether the person is on the roster
 * @param facts as they hold now; null while nothing holds yet
 * @param asOf order of the newest record in those facts; null while nothing holds yet
 * @param reporting to whom the person reports
 * @param upcoming records that do not hold yet, in order
 * @param processed newest records that were processed, oldest first
 * @param snapshot newest snapshot the person was in; null when in none
 * @param since order per field, where not every field has {@code asOf}
 * @param published whether others were ever told of this person
 * @param aliases other numbers of the same person, as HR said
 */
public record Person(
        String person,
        String source,
        String number,
        @JsonProperty("standing") EmploymentStatus status,
        EmployeeFacts facts,
        RecordOrder asOf,
        ReportingLine reporting,
        List<HrRecord> upcoming,
        @JsonProperty("taken") List<ProcessedRecord> processed,
        String snapshot,
        Map<HrField, RecordOrder> since,
        boolean published,
        List<EmployeeNumber> aliases) {

    /** Records further back are recognised by their order alone. */
    static final int MAX_PROCESSED = 32;

    public Person {
        upcoming = upcoming == null ? List.of() : List.copyOf(upcoming);
        processed = processed == null ? List.of() : List.copyOf(processed);
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        since = since == null ? Map.of() : Map.copyOf(since);
        published |= status != EmploymentStatus.EXPECTED;
    }

    /** Somebody of whom nothing is known but the number. */
    public static Person unheard(String person, String source, String number) {
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
                List.of());
    }

    /**
     * Ingests a record of the HR system. Refused: {@code conflict} for other content under an id that was processed,
     * {@code twice-in-file} for a second row about the same day, {@code too-many-announced}, {@code impossible-dates}
     * where the dates contradict what is known.
     */
    public RecordDecision ingest(HrRecord record, ReportingLines lines, Instant now) {
        return new RecordDecider(this, lines, now).decide(record);
    }

    /** Applies what was announced for a day that has come; a first or last day makes somebody employed or a leaver. */
    public Decision<Person> advance(ReportingLines lines, Instant now) {
        return settle(this, lines, now);
    }

    /** Looks again for the manager, because somebody with that number came, left or returned. */
    public Decision<Person> updateReportingLine(ReportingLines lines, Instant now) {
        return settle(this, lines, now);
    }

    public boolean employed() {
        return status == EmploymentStatus.EMPLOYED;
    }

    /** Whether any record about the person counts, also one for a later day. */
    public boolean heard() {
        return facts != null || upcoming.stream().anyMatch(HrRecord.Upsert.class::isInstance);
    }

    /** The facts, or those of the first announcement where nothing holds yet; null when nobody was announced. */
    public EmployeeFacts foreseen() {
        return facts != null
                ? facts
                : upcoming.stream()
                        .filter(HrRecord.Upsert.class::isInstance)
                        .map(record -> ((HrRecord.Upsert) record).facts())
                        .findFirst()
                        .orElse(null);
    }

    /** Whether the person is employed and reports to this manager. */
    public boolean managedBy(String manager) {
        return employed() && reporting.isTo(manager);
    }

    /** Employee numbers of every manager that the facts or an upcoming record name. */
    public Set<String> managerNumbers() {
        Stream<String> now = facts == null ? Stream.of() : Optional.ofNullable(facts.managerNumber()).stream();
        return Stream.concat(now, upcoming.stream().map(HrRecord::managerNumber).flatMap(Optional::stream))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every number by which HR systems know this person. */
    public List<EmployeeNumber> numbers() {
        return Stream.concat(Stream.of(new EmployeeNumber(source, number)), aliases.stream())
                .toList();
    }

    /** Records with that number are about this person too. */
    public Decision<Person> alsoKnownAs(EmployeeNumber other) {
        if (numbers().contains(other)) {
            return Decision.unchanged();
        }
        List<EmployeeNumber> next =
                Stream.concat(aliases.stream(), Stream.of(other)).toList();
        return Decision.accept(new Person(
                person, source, number, status, facts, asOf, reporting, upcoming, processed, snapshot, since, published,
                next));
    }

    /** Turned out to be somebody else on the roster: what was told of this person ends. */
    public Decision<Person> mergedIntoAnother(ReportingLines lines, Instant now) {
        LocalDate yesterday = today(now).minusDays(1);
        boolean begun = facts != null && !facts.startDate().isAfter(yesterday);
        KnownFacts ended = begun ? new KnownFacts(facts.endingOn(yesterday), asOf, since) : KnownFacts.NONE;
        return with(ended, List.of()).settle(this, lines, now);
    }

    /** Today where this person is; the day it is in UTC while the zone is unknown. */
    public LocalDate today(Instant now) {
        return facts == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : facts.today(now);
    }

    /** What follows from the records on this day, with the domain events that tell the difference. */
    Decision<Person> settle(Person before, ReportingLines lines, Instant now) {
        Person after = withWhatHolds(now).reportingBy(lines);
        return after.equals(before)
                ? Decision.unchanged()
                : Decision.accept(after, PersonEvents.between(before, after, now));
    }

    Person remembering(HrRecord record) {
        List<ProcessedRecord> next = new ArrayList<>(processed);
        next.removeIf(other -> other.id().equals(record.id()));
        boolean early = !heard() && record instanceof HrRecord.Leaving;
        next.add(new ProcessedRecord(record.id(), record.fingerprint(), early, record.order(), record.batch(), null));
        return new Person(
                person,
                source,
                number,
                status,
                facts,
                asOf,
                reporting,
                upcoming,
                next.subList(Math.max(0, next.size() - MAX_PROCESSED), next.size()),
                record.snapshot() == null ? snapshot : record.snapshot(),
                since,
                published,
                aliases);
    }

    /** What became of the newest record. */
    Person withOutcome(RecordOutcome outcome) {
        if (processed.isEmpty()) {
            return this;
        }
        List<ProcessedRecord> next = new ArrayList<>(processed);
        next.add(next.remove(next.size() - 1).withOutcome(outcome));
        return new Person(
                person, source, number, status, facts, asOf, reporting, upcoming, next, snapshot, since, published,
                aliases);
    }

    KnownFacts knowledge() {
        return new KnownFacts(facts, asOf, since);
    }

    Person with(KnownFacts known, List<HrRecord> announced) {
        return new Person(
                person,
                source,
                number,
                status,
                known.facts(),
                known.asOf(),
                reporting,
                announced,
                processed,
                snapshot,
                known.since(),
                published,
                aliases);
    }

    private Person withWhatHolds(Instant now) {
        KnownFacts known = knowledge();
        List<HrRecord> waiting = new ArrayList<>();
        for (HrRecord record : upcoming) {
            if (holds(record, known.facts(), now)) {
                // Contradictions were refused when the record came; one that arises since leaves what is known.
                known = known.with(record).orElse(known);
            } else {
                waiting.add(record);
            }
        }
        Person next = with(known, waiting);
        return next.with(next.statusOn(now), reporting);
    }

    private EmploymentStatus statusOn(Instant now) {
        if (facts == null) {
            return EmploymentStatus.EXPECTED;
        }
        LocalDate today = facts.today(now);
        if (facts.overOn(today)) {
            return EmploymentStatus.LEFT;
        }
        return facts.aheadOn(today) ? EmploymentStatus.EXPECTED : EmploymentStatus.EMPLOYED;
    }

    static boolean holds(HrRecord record, EmployeeFacts known, Instant now) {
        EmployeeFacts speaking = record instanceof HrRecord.Upsert upsert ? upsert.facts() : known;
        return speaking != null && !record.order().effectiveAt().isAfter(speaking.today(now));
    }

    private Person reportingBy(ReportingLines lines) {
        return with(
                status,
                employed()
                        ? lines.byManagerNumber(facts.managerNumber())
                        : ReportingLine.toNobody(NoManager.NONE_GIVEN));
    }

    private Person with(EmploymentStatus newStatus, ReportingLine line) {
        return new Person(
                person, source, number, newStatus, facts, asOf, line, upcoming, processed, snapshot, since, published,
                aliases);
    }
}
