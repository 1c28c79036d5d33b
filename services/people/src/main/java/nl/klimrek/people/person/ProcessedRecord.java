package nl.klimrek.people.person;

import com.fasterxml.jackson.annotation.JsonProperty;
import nl.klimrek.people.hrrecord.HrRecord;
import nl.klimrek.people.hrrecord.RecordOrder;
import org.jspecify.annotations.Nullable;

/**
 * A processed record, as far as it is needed to recognise repetitions.
 *
 * @param id id that the source gave it
 * @param fingerprint hash of its content
 * @param early whether it was about a leaver who was not known yet; such a record waits in quarantine too
 * @param order its order; null in older documents
 * @param batch file or snapshot it was part of; null when none
 * @param outcome its outcome; null in older documents
 */
public record ProcessedRecord(
        String id,
        @JsonProperty("print") String fingerprint,
        boolean early,
        @Nullable RecordOrder order,
        @Nullable String batch,
        @Nullable RecordOutcome outcome) {

    ProcessedRecord withOutcome(RecordOutcome outcome) {
        return new ProcessedRecord(id, fingerprint, early, order, batch, outcome);
    }

    /** Whether the record repeats this one: same id, content and order. */
    boolean repeatedBy(HrRecord record) {
        return id.equals(record.id())
                && fingerprint.equals(record.fingerprint())
                && (order == null || order.equals(record.order()));
    }

    /** Whether the record has other content under the same id. */
    boolean contradictedBy(HrRecord record) {
        return id.equals(record.id()) && !fingerprint.equals(record.fingerprint());
    }

    /** Whether the record is another row of the same file about the same person and day. */
    boolean rivals(HrRecord record) {
        return batch != null
                && batch.equals(record.batch())
                && order != null
                && !id.equals(record.id())
                && order.effectiveAt().equals(record.order().effectiveAt())
                && !fingerprint.equals(record.fingerprint());
    }
}
