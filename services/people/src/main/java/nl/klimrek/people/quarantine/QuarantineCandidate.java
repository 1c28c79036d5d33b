package nl.klimrek.people.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.StableId;

/**
 * A record to be set aside. Its identity is its content and where it was found, never an id that the sender chose: two
 * records under one id are two records.
 *
 * @param source HR system it came from, as it said; null when it did not say
 * @param record id the source gave it, or where it was found
 * @param place where it was found
 * @param type CloudEvents type, as it said; null for a row
 * @param original the bytes as they arrived, in Base64
 * @param content what the record says, read as far as possible
 */
public record QuarantineCandidate(
        String source, String record, String place, String type, String original, Content content) {

    /**
     * What the record says, so that it can be corrected and processed again.
     *
     * @param number employee number it is about; null where that cannot be read
     * @param data its fields, as JSON; null where they cannot be read
     * @param stated names of the fields it states
     * @param position its place in what the source says
     * @param saidAt when the source said it, in microseconds since 1970
     * @param batch file or snapshot it is part of; null when none
     */
    public record Content(String number, String data, List<String> stated, long position, long saidAt, String batch) {

        public Content {
            stated = stated == null ? List.of() : List.copyOf(stated);
        }
    }

    /** A record of which nothing is known but its bytes. */
    public static QuarantineCandidate of(String source, String record, String place, String type, byte[] original) {
        return new QuarantineCandidate(
                source,
                record,
                place,
                type,
                Base64.getEncoder().encodeToString(original),
                new Content(null, null, null, 0, 0, null));
    }

    public QuarantineCandidate saidAt(long position, long moment, String batch) {
        return with(new Content(content.number, content.data, content.stated, position, moment, batch));
    }

    public QuarantineCandidate about(String number) {
        return with(new Content(number, content.data, content.stated, content.position, content.saidAt, content.batch));
    }

    /** @param data null where nothing could be read */
    public QuarantineCandidate reading(JsonNode data, Set<HrField> stated) {
        return with(new Content(
                content.number,
                data == null ? null : data.toString(),
                stated == null
                        ? null
                        : stated.stream().map(HrField::fieldName).sorted().toList(),
                content.position,
                content.saidAt,
                content.batch));
    }

    /** Id of the item in quarantine. */
    public String id() {
        return StableId.of("quarantine", source == null ? "" : source, place, original);
    }

    private QuarantineCandidate with(Content other) {
        return new QuarantineCandidate(source, record, place, type, original, other);
    }
}
