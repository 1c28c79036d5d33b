package nl.klimrek.people.quarantine;

import java.time.Instant;
import java.util.List;

import nl.klimrek.contracts.people.HrRecordQuarantined;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.eventing.Decision;

/**
 * An HR record set aside, whole. Its content stays here; others learn of its reason only.
 *
 * @param id follows from source and record id, so that the same record is set aside once
 * @param source HR system it came from, as it said; null when it did not say
 * @param record id the source gave it, or where it was found
 * @param type CloudEvents type, as it said; null when it did not say
 * @param reason why it could not be taken
 * @param faults what is wrong with which field; empty when it is not about fields
 * @param original the bytes as they arrived, in Base64
 * @param at when it was set aside
 * @param released whether it was taken after all
 */
public record QuarantinedRecord(
        String id, String source, String record, String type, QuarantineReason reason, List<FieldFault> faults,
        String original, Instant at, boolean released) {

    public QuarantinedRecord {
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    Decision<QuarantinedRecord> setAside() {
        return Decision.accept(this, new HrRecordQuarantined(id, reason));
    }

    /** What it waited for has come. */
    Decision<QuarantinedRecord> release() {
        return released ? Decision.unchanged()
                : Decision.accept(new QuarantinedRecord(id, source, record, type, reason, faults, original, at, true));
    }
}
