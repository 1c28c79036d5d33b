package nl.klimrek.people.quarantine;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.servicekit.problem.FieldProblem;

/**
 * A quarantined record as HR sees it.
 *
 * @param record id the source gave it, or where it was found
 * @param reason code of why it could not be taken
 * @param explanation the same for a person, in the reader's language
 * @param fields what is wrong with which field
 * @param original the record as it arrived; absent when it is no text
 * @param originalBase64 the record as it arrived, bytes in Base64
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarantineView(
        String id, String source, String record, String type, QuarantineReason reason, String explanation,
        List<FieldProblem> fields, String original, String originalBase64, Instant at, boolean released) {

    /** What is wrong, without the record itself: tells nothing about anybody. */
    QuarantineView withoutRecord() {
        return new QuarantineView(id, source, record, type, reason, explanation, fields, null, null, at, released);
    }
}
