package nl.klimrek.people.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.FieldChange;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;
import org.jspecify.annotations.Nullable;

/** Decides on one record about one person. It reads and writes nothing, so a dry run uses it too. */
final class RecordDecider {

    private final Person before;
    private final UpdateDecider update;
    private final Instant now;

    RecordDecider(Person before, ReportingLines lines, Instant now) {
        this.before = before;
        this.update = new UpdateDecider(before, lines, now);
        this.now = now;
    }

    RecordDecision decide(HrRecord record) {
        ProcessedRecords history = before.history();
        Optional<ProcessedRecord> repeated = history.repeatedBy(record);
        if (repeated.isPresent()) {
            return new RecordDecision(
                    Decision.unchanged(),
                    RecordResult.repeated(before.person(), repeated.get().outcome()));
        }
        if (history.contradictedBy(record)) {
            return RecordDecision.refused("conflict");
        }
        if (history.rivalledBy(record)) {
            return RecordDecision.refused("twice-in-file");
        }
        Person person = corrected(before.withProcessed(record), record);
        if (endsBeforeStart(person.facts(), record)) {
            return endsAnEarlierEmployment(person, record);
        }
        if (record instanceof HrRecord.Upsert upsert && describesBeginning(person, upsert)) {
            return apply(person, upsert.saidBeforeStart());
        }
        return record.holds(person.facts(), now) ? apply(person, record) : announce(person, record);
    }

    /** Decides on a last day before the present employment: it belongs to an earlier employment. */
    private RecordDecision endsAnEarlierEmployment(Person person, HrRecord record) {
        RecordOrder known = person.knowledge().orderOf(HrField.START_DATE);
        if (known != null && known.saidAfter(record.order())) {
            return stored(person, RecordResult.superseded(before.person(), known));
        }
        return hasNotStarted(person) ? withdraw(person) : RecordDecision.refused("impossible-dates");
    }

    private Person corrected(Person person, HrRecord record) {
        return person.with(
                person.knowledge(),
                person.announced().correctedBy(record, hasNotStarted(person) ? null : person.facts()));
    }

    /** Whether no employment has begun. */
    private boolean hasNotStarted(Person person) {
        return person.facts() == null || person.facts().startsAfter(person.today(now));
    }

    /**
     * Whether the record describes an employment that has not begun. It is applied at once and holds from the first day.
     */
    private boolean describesBeginning(Person person, HrRecord.Upsert record) {
        LocalDate start = record.facts().startDate();
        return hasNotStarted(person)
                && record.facts().startsAfter(record.facts().today(now))
                && !record.order().effectiveAt().isAfter(start);
    }

    /** Withdraws an employment that ends before its first day. */
    private RecordDecision withdraw(Person person) {
        return stored(
                person.with(KnownFacts.NONE, List.of()),
                RecordResult.changed(
                        RecordOutcome.CHANGED, before.person(), FieldChange.between(person.facts(), null)));
    }

    private static boolean endsBeforeStart(@Nullable EmployeeFacts facts, HrRecord record) {
        return facts != null
                && record instanceof HrRecord.Leaving leaving
                && leaving.lastDay().isBefore(facts.startDate());
    }

    private RecordDecision apply(Person person, HrRecord record) {
        KnownFacts known = person.knowledge();
        Optional<KnownFacts> next = known.with(record);
        if (next.isEmpty()) {
            return RecordDecision.refused("impossible-dates");
        }
        List<FieldChange> changes =
                FieldChange.between(before.expectedFacts(), next.get().facts());
        Decision<Person> decision = update.decide(person.with(next.get(), person.upcoming()));
        Person after = decision.stateOr(() -> before);
        if (changes.isEmpty() && after.status() == before.status()) {
            return new RecordDecision(
                    decision,
                    laterStatement(known, record)
                            .map(by -> RecordResult.superseded(before.person(), by))
                            .orElseGet(() -> RecordResult.unchanged(before.person())));
        }
        RecordOutcome outcome = after.status() == EmploymentStatus.EXPECTED
                ? RecordOutcome.ANNOUNCED
                : before.hasRecords() ? RecordOutcome.CHANGED : RecordOutcome.NEW;
        return new RecordDecision(decision, RecordResult.changed(outcome, before.person(), changes));
    }

    private RecordDecision announce(Person person, HrRecord record) {
        UpcomingRecords announced = person.announced();
        Optional<HrRecord.Upsert> repeated = announced.repeatedBy(record);
        if (repeated.isPresent()) {
            return stored(
                    person.with(person.knowledge(), announced.refreshed(repeated.get(), (HrRecord.Upsert) record)),
                    RecordResult.unchanged(before.person()));
        }
        Optional<HrRecord> replacing = announced.replacing(record);
        if (replacing.isPresent()) {
            return stored(
                    person,
                    RecordResult.superseded(before.person(), replacing.get().order()));
        }
        return announceChange(person, record);
    }

    private RecordDecision announceChange(Person person, HrRecord record) {
        KnownFacts until = person.announced().factsBefore(record.order(), person.knowledge());
        Optional<KnownFacts> then = until.with(record);
        if (then.isEmpty()) {
            return RecordDecision.refused("impossible-dates");
        }
        List<FieldChange> changes =
                FieldChange.between(until.facts(), then.get().facts());
        if (changes.isEmpty() && until.facts() != null) {
            return stored(person, RecordResult.unchanged(before.person()));
        }
        List<HrRecord> next = person.announced().with(withChangedFields(record, until, changes));
        if (next.size() > UpcomingRecords.MAX_RECORDS) {
            return RecordDecision.refused("too-many-announced");
        }
        return stored(
                person.with(person.knowledge(), next),
                RecordResult.changed(RecordOutcome.ANNOUNCED, before.person(), changes));
    }

    private RecordDecision stored(Person person, RecordResult result) {
        return new RecordDecision(update.decide(person), result);
    }

    private static HrRecord withChangedFields(HrRecord record, KnownFacts until, List<FieldChange> changes) {
        if (until.facts() == null || !(record instanceof HrRecord.Upsert upsert)) {
            return record;
        }
        Set<String> different = changes.stream().map(FieldChange::field).collect(Collectors.toSet());
        return upsert.withChanging(upsert.stated().stream()
                .filter(field -> different.contains(field.fieldName()))
                .collect(Collectors.toSet()));
    }

    /** The order of the later statement that the record loses against; empty when it differs in nothing. */
    private static Optional<RecordOrder> laterStatement(KnownFacts known, HrRecord record) {
        EmployeeFacts values = record instanceof HrRecord.Upsert upsert
                ? upsert.facts()
                : known.facts() == null ? null : known.facts().endingOn(((HrRecord.Leaving) record).lastDay());
        return values == null
                ? Optional.empty()
                : known.fieldsLostBy(record).stream()
                        .filter(field -> !Objects.equals(field.of(values), field.of(known.facts())))
                        .map(known::orderOf)
                        .max(RecordOrder::compareTo);
    }
}
