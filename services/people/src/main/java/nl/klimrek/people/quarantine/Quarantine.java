package nl.klimrek.people.quarantine;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.person.FieldFault;
import nl.klimrek.people.quarantine.QuarantinedRecord.Closed;
import nl.klimrek.people.register.Census;

/** Sets records aside, each once however often it is delivered, finds them again, and closes what was repaired. */
public final class Quarantine {

    private final AggregateStore<QuarantinedRecord> records;
    private final QuarantineIndexes indexes;
    private final Census census;
    private final Clock clock;

    public Quarantine(
            AggregateStore<QuarantinedRecord> records, QuarantineIndexes indexes, Census census, Clock clock) {
        this.records = records;
        this.indexes = indexes;
        this.census = census;
        this.clock = clock;
    }

    /** Sets it aside; nothing happens when it was set aside before. */
    public QuarantinedRecord setAside(
            Organisation organisation,
            Suspect suspect,
            QuarantineReason reason,
            List<FieldFault> faults,
            MessageContext cause) {
        indexes.note(organisation, suspect);
        QuarantinedRecord record = QuarantinedRecord.of(suspect, reason, faults, clock.instant());
        return records.handle(
                        Key.of(organisation, record.id()),
                        cause.withoutMarker(),
                        known -> known.isPresent() ? Decision.unchanged() : record.setAside())
                .state();
    }

    /**
     * The item need not wait any longer; nothing happens when it is not here, or closed already.
     *
     * @param by what closed it, so that a repetition is recognised; may be null
     */
    public void close(Organisation organisation, String id, Closed how, String by) {
        Versioned<QuarantinedRecord> done = records.handle(
                Key.of(organisation, id),
                MessageContext.system("people"),
                known -> known.map(record -> record.close(how, by)).orElseGet(Decision::unchanged));
        if (done.state() != null) {
            census.released(organisation, id);
        }
    }

    /** It was corrected and still waits, with what is wrong now. */
    public void stillWaits(
            Organisation organisation,
            String id,
            QuarantineReason reason,
            List<FieldFault> faults,
            Suspect.Content content) {
        QuarantinedRecord after = records.handle(
                        Key.of(organisation, id),
                        MessageContext.system("people"),
                        known -> known.map(record -> record.stillWaits(reason, faults, content))
                                .orElseGet(Decision::unchanged))
                .state();
        if (after != null) {
            indexes.noteNumber(organisation, after.source(), content.number(), id);
        }
    }

    /** The record was processed after all. */
    public void release(Organisation organisation, String source, String record) {
        indexes.ofRecord(organisation, source, record).forEach(id -> close(organisation, id, Closed.PROCESSED, record));
    }

    /** A good record about this person came, said at this moment: it repairs what was set aside before. */
    public void repaired(Organisation organisation, String source, String number, long saidAt, String batch) {
        List<String> items = indexes.ofNumber(organisation, source, number);
        if (items.isEmpty()) {
            return;
        }
        List<QuarantinedRecord> found = find(organisation, items);
        found.stream()
                .filter(item -> item.repairedBy(number, saidAt, batch))
                .forEach(item -> close(organisation, item.id(), Closed.REPAIRED, null));
        List<String> closed = found.stream()
                .filter(item -> item.released() || item.repairedBy(number, saidAt, batch))
                .map(QuarantinedRecord::id)
                .toList();
        indexes.forget(organisation, source, number, closed);
    }

    /** A newer record about the same person waits for the same thing. */
    public void replaced(Organisation organisation, String source, String number, String code, String newer) {
        List<QuarantinedRecord> older = find(organisation, indexes.ofNumber(organisation, source, number)).stream()
                .filter(item -> !item.id().equals(newer) && item.waitsFor(code))
                .toList();
        older.forEach(item -> close(organisation, item.id(), Closed.REPLACED, newer));
    }

    public Optional<Versioned<QuarantinedRecord>> find(Organisation organisation, String id) {
        return records.find(Key.of(organisation, id));
    }

    /** Those of these records of a source that are, or were, set aside. */
    public List<QuarantinedRecord> findAll(Organisation organisation, String source, List<String> wanted) {
        return find(
                organisation,
                wanted.stream()
                        .distinct()
                        .flatMap(record -> indexes.ofRecord(organisation, source, record).stream())
                        .toList());
    }

    /** Those that still wait, by id. */
    public List<QuarantinedRecord> waiting(Organisation organisation, String after, int most) {
        return find(organisation, census.inQuarantine(organisation, after, most)).stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    private List<QuarantinedRecord> find(Organisation organisation, List<String> ids) {
        return records.findAll(ids.stream().map(id -> Key.of(organisation, id)).toList()).stream()
                .map(Versioned::state)
                .toList();
    }
}
