package nl.klimrek.people.quarantine;

import java.time.Instant;
import java.util.List;
import nl.klimrek.contracts.people.HrRecordQuarantined;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.hrrecord.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * An HR record that was set aside, whole. Its content stays in this service; the event carries only the reason.
 *
 * @param id follows from content and place, so that a record is set aside once
 * @param source HR system that the record names; null when it names none
 * @param record id that the source gave it, or its place
 * @param place topic, partition and offset, or import and row; null in older documents
 * @param type CloudEvents type that the record names; null when it names none
 * @param reason why it waits
 * @param faults faults by field; empty when no field is at fault
 * @param original the bytes as they arrived, in Base64
 * @param content what it states, as far as it could be read; null in older documents
 * @param at when it was set aside
 * @param released whether it is closed
 * @param closed how it was closed; null while it waits
 * @param closedBy id of the record or correction that closed it; may be null
 */
public record QuarantinedRecord(
        String id,
        @Nullable String source,
        String record,
        @Nullable String place,
        @Nullable String type,
        QuarantineReason reason,
        List<FieldFault> faults,
        String original,
        QuarantineCandidate.@Nullable Content content,
        Instant at,
        boolean released,
        @Nullable Closed closed,
        @Nullable String closedBy) {

    /** How an item was closed. */
    public enum Closed {
        /** The record could be processed after all. */
        PROCESSED,
        /** HR corrected it, and it was processed. */
        CORRECTED,
        /** The HR system sent a good record about the same person later. */
        REPAIRED,
        /** A newer record about the same person waits for the same answer. */
        REPLACED,
        /** HR answered the question that it waited for. */
        ANSWERED
    }

    public QuarantinedRecord {
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    static QuarantinedRecord of(
            QuarantineCandidate candidate, QuarantineReason reason, List<FieldFault> faults, Instant at) {
        return new QuarantinedRecord(
                candidate.id(),
                candidate.source(),
                candidate.record(),
                candidate.place(),
                candidate.type(),
                reason,
                faults,
                candidate.original(),
                candidate.content(),
                at,
                false,
                null,
                null);
    }

    Decision<QuarantinedRecord> setAside() {
        return Decision.accept(this, new HrRecordQuarantined(id, reason));
    }

    /** Stores corrections of an item that still waits. */
    Decision<QuarantinedRecord> keepOpen(
            QuarantineReason why, List<FieldFault> wrong, QuarantineCandidate.Content corrected) {
        QuarantinedRecord after = new QuarantinedRecord(
                id, source, record, place, type, why, wrong, original, corrected, at, released, closed, closedBy);
        return released || after.equals(this) ? Decision.unchanged() : Decision.accept(after);
    }

    /** Closes the item. */
    Decision<QuarantinedRecord> close(Closed how, @Nullable String by) {
        return released
                ? Decision.unchanged()
                : Decision.accept(new QuarantinedRecord(
                        id, source, record, place, type, reason, faults, original, content, at, true, how, by));
    }

    boolean waitsFor(String code) {
        return !released && faults.stream().anyMatch(fault -> fault.code().equals(code));
    }

    /** Whether a good record about this number, stated at this moment, repairs the item. */
    boolean repairedBy(String number, long saidAt, @Nullable String batch) {
        return !released
                && content != null
                && number.equals(content.number())
                && (saidAt > content.saidAt()
                        || saidAt == content.saidAt() && (batch == null || !batch.equals(content.batch())));
    }
}
