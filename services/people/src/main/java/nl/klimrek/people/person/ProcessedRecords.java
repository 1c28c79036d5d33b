package nl.klimrek.people.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.people.hrrecord.HrRecord;

/** The newest processed records of a person, oldest first. Each record is remembered once. */
final class ProcessedRecords {

    /** Number of processed records that are remembered. Older ones are recognised by their order. */
    static final int MAX_RECORDS = 32;

    private final List<ProcessedRecord> records;

    ProcessedRecords(List<ProcessedRecord> records) {
        this.records = records;
    }

    /** The processed record that this record repeats; empty when there is none. */
    Optional<ProcessedRecord> repeatedBy(HrRecord record) {
        return records.stream().filter(known -> known.repeatedBy(record)).findFirst();
    }

    /** Whether the record has other content under an id that was processed. */
    boolean contradictedBy(HrRecord record) {
        return records.stream().anyMatch(known -> known.contradictedBy(record));
    }

    /** Whether the record is another row of a processed file about the same day. */
    boolean rivalledBy(HrRecord record) {
        return records.stream().anyMatch(known -> known.rivals(record));
    }

    /** These records with one more, still without an outcome. */
    List<ProcessedRecord> with(HrRecord record, boolean early) {
        List<ProcessedRecord> next = new ArrayList<>(records);
        next.removeIf(other -> other.id().equals(record.id()));
        next.add(new ProcessedRecord(record.id(), record.fingerprint(), early, record.order(), record.batch(), null));
        return next.subList(Math.max(0, next.size() - MAX_RECORDS), next.size());
    }

    /** These records with the outcome of the newest. */
    List<ProcessedRecord> withOutcome(RecordOutcome outcome) {
        if (records.isEmpty()) {
            return records;
        }
        List<ProcessedRecord> next = new ArrayList<>(records);
        next.add(next.remove(next.size() - 1).withOutcome(outcome));
        return next;
    }
}
