package nl.klimrek.people.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import nl.klimrek.contracts.people.QuarantineReason;

/**
 * A quarantined record as HR sees it.
 *
 * @param record id the source gave it, or where it was found
 * @param reason code of why it could not be taken
 * @param explanation the same for a person, in the reader's language
 * @param fields what is wrong with which field
 * @param number employee number it is about; absent where that cannot be read
 * @param data its fields as far as they could be read, with what was corrected; absent where nothing could
 * @param original the record as it arrived; absent when it is no text
 * @param originalBase64 the record as it arrived, bytes in Base64
 * @param closed how it was closed; absent while it waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarantineView(
        String id,
        String source,
        String record,
        String place,
        String type,
        QuarantineReason reason,
        String explanation,
        List<FieldFaultView> fields,
        String number,
        JsonNode data,
        String original,
        String originalBase64,
        Instant at,
        boolean released,
        QuarantinedRecord.Closed closed) {

    /** What is wrong, without the record itself: tells nothing about anybody. */
    QuarantineView withoutRecord() {
        return new QuarantineView(
                id,
                source,
                record,
                place,
                type,
                reason,
                explanation,
                fields.stream().map(FieldFaultView::withoutValue).toList(),
                null,
                null,
                null,
                null,
                at,
                released,
                closed);
    }
}
