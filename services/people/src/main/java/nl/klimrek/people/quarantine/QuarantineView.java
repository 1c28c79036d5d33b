package nl.klimrek.people.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import nl.klimrek.contracts.people.QuarantineReason;
import org.jspecify.annotations.Nullable;

/**
 * A quarantined record as HR sees it.
 *
 * @param record id that the source gave it, or its place
 * @param reason code of the reason
 * @param explanation the same in the reader's language
 * @param fields faults by field
 * @param number employee number that it is about; absent when unreadable
 * @param data its fields as far as they could be read, with the corrections; absent when unreadable
 * @param original the record as it arrived; absent when it is not text
 * @param originalBase64 the record as it arrived, bytes in Base64
 * @param closed how it was closed; absent while it waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarantineView(
        String id,
        @Nullable String source,
        String record,
        @Nullable String place,
        @Nullable String type,
        QuarantineReason reason,
        String explanation,
        List<FieldFaultView> fields,
        @Nullable String number,
        @Nullable JsonNode data,
        @Nullable String original,
        @Nullable String originalBase64,
        Instant at,
        boolean released,
        QuarantinedRecord.@Nullable Closed closed) {

    /** The view without the record's content: only the faults. */
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
