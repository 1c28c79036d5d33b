package nl.klimrek.people.person;

import com.fasterxml.jackson.annotation.JsonProperty;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;

/**
 * A record that was processed, as far as repetitions need it.
 *
 * @param id id the source gave it
 * @param fingerprint fingerprint of its content
 * @param early whether it told of a leave before anything else was known; such a record waits in quarantine too
 * @param order its place among what the source said; null in documents that did not keep it
 * @param batch file or snapshot it was part of; null when none
 * @param outcome what became of it; null in documents that did not keep it
 */
public record ProcessedRecord(
        String id,
        @JsonProperty("print") String fingerprint,
        boolean early,
        RecordOrder order,
        String batch,
        RecordOutcome outcome) {

    ProcessedRecord withOutcome(RecordOutcome outcome) {
        return new ProcessedRecord(id, fingerprint, early, order, batch, outcome);
    }

    /** The same statement again: same id, same content, said at the same moment. */
    boolean repeatedBy(HrRecord record) {
        return id.equals(record.id())
                && fingerprint.equals(record.fingerprint())
                && (order == null || order.equals(record.order()));
    }

    /** Other content under the same id. */
    boolean contradictedBy(HrRecord record) {
        return id.equals(record.id()) && !fingerprint.equals(record.fingerprint());
    }

    /** Another row of the same file that describes the same person from the same day. */
    boolean rivals(HrRecord record) {
        return batch != null
                && batch.equals(record.batch())
                && order != null
                && !id.equals(record.id())
                && order.effectiveAt().equals(record.order().effectiveAt())
                && !fingerprint.equals(record.fingerprint());
    }
}
