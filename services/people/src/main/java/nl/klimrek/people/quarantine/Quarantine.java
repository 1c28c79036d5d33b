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
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.people.quarantine.QuarantinedRecord.Closed;
import nl.klimrek.people.readmodel.HeadcountProjection;
import org.jspecify.annotations.Nullable;

/**
 * Keeps HR records that could not be processed: sets each aside once, finds it again, and closes it when it is repaired.
 */
public final class Quarantine {

    private final AggregateStore<QuarantinedRecord> records;
    private final QuarantineIndexRepository indexes;
    private final HeadcountProjection headcount;
    private final Clock clock;

    public Quarantine(
            AggregateStore<QuarantinedRecord> records,
            QuarantineIndexRepository indexes,
            HeadcountProjection headcount,
            Clock clock) {
        this.records = records;
        this.indexes = indexes;
        this.headcount = headcount;
        this.clock = clock;
    }

    /** Sets a record aside; changes nothing if it was set aside before. */
    public QuarantinedRecord setAside(
            Organisation organisation,
            QuarantineCandidate candidate,
            QuarantineReason reason,
            List<FieldFault> faults,
            MessageContext cause) {
        indexes.note(organisation, candidate);
        QuarantinedRecord record = QuarantinedRecord.of(candidate, reason, faults, clock.instant());
        return records.handle(
                        Key.of(organisation, record.id()),
                        cause.withoutMarker(),
                        known -> known.isPresent() ? Decision.unchanged() : record.setAside())
                .state();
    }

    /**
     * Closes an item; changes nothing if there is none, or it is closed already.
     *
     * @param by id of the record or attempt that closed it, to recognise a repetition; may be null
     */
    public void close(Organisation organisation, String id, Closed how, @Nullable String by) {
        Versioned<QuarantinedRecord> done = records.handle(
                Key.of(organisation, id),
                MessageContext.system("people"),
                known -> known.map(record -> record.close(how, by)).orElseGet(Decision::unchanged));
        if (done.state() != null) {
            headcount.released(organisation, id);
        }
    }

    /** Stores the corrections and remaining faults of an item that still waits. */
    public void keepOpen(
            Organisation organisation,
            String id,
            QuarantineReason reason,
            List<FieldFault> faults,
            QuarantineCandidate.Content content) {
        QuarantinedRecord after = records.handle(
                        Key.of(organisation, id),
                        MessageContext.system("people"),
                        known -> known.map(record -> record.keepOpen(reason, faults, content))
                                .orElseGet(Decision::unchanged))
                .state();
        if (after != null) {
            indexes.noteNumber(organisation, after.source(), content.number(), id);
        }
    }

    /** Closes the items of a record that was processed after all. */
    public void closeProcessed(Organisation organisation, String source, String record) {
        indexes.ofRecord(organisation, source, record).forEach(id -> close(organisation, id, Closed.PROCESSED, record));
    }

    /** Closes the items that a later good record about the same person repairs. */
    public void closeRepaired(
            Organisation organisation, String source, String number, long saidAt, @Nullable String batch) {
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

    /** Closes the items that a newer record replaces, which waits for the same answer. */
    public void closeReplaced(Organisation organisation, String source, String number, String code, String newer) {
        List<QuarantinedRecord> older = find(organisation, indexes.ofNumber(organisation, source, number)).stream()
                .filter(item -> !item.id().equals(newer) && item.waitsFor(code))
                .toList();
        older.forEach(item -> close(organisation, item.id(), Closed.REPLACED, newer));
    }

    public Optional<Versioned<QuarantinedRecord>> find(Organisation organisation, String id) {
        return records.find(Key.of(organisation, id));
    }

    /** The items of these records of a source, open or closed. */
    public List<QuarantinedRecord> findAll(Organisation organisation, String source, List<String> wanted) {
        return find(
                organisation,
                wanted.stream()
                        .distinct()
                        .flatMap(record -> indexes.ofRecord(organisation, source, record).stream())
                        .toList());
    }

    /** A page of the open items, by id. */
    public List<QuarantinedRecord> openItems(Organisation organisation, @Nullable String after, int most) {
        return find(organisation, headcount.inQuarantine(organisation, after, most)).stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    private List<QuarantinedRecord> find(Organisation organisation, List<String> ids) {
        return records.findAll(ids.stream().map(id -> Key.of(organisation, id)).toList()).stream()
                .map(Versioned::state)
                .toList();
    }
}
