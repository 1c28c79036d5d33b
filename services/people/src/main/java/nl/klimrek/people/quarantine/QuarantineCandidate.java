package nl.klimrek.people.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.StableId;
import org.jspecify.annotations.Nullable;

/**
 * A record to be set aside. Its id follows from its content and place, never from an id that the sender chose: two
 * records under one id are two items.
 *
 * @param source HR system that the record names; null when it names none
 * @param record id that the source gave it, or its place
 * @param place topic, partition and offset, or import and row
 * @param type CloudEvents type that the record names; null for a row
 * @param original the bytes as they arrived, in Base64
 * @param content what the record states, as far as it could be read
 */
public record QuarantineCandidate(
        @Nullable String source,
        String record,
        String place,
        @Nullable String type,
        String original,
        Content content) {

    /**
     * What the record states, so that it can be corrected and processed again.
     *
     * @param number employee number that it is about; null when unreadable
     * @param data its fields as JSON; null when unreadable
     * @param stated names of the fields it states
     * @param position its position among the source's statements
     * @param saidAt when the source stated it, in microseconds since 1970
     * @param batch file or snapshot it is part of; null when none
     */
    public record Content(
            @Nullable String number,
            @Nullable String data,
            List<String> stated,
            long position,
            long saidAt,
            @Nullable String batch) {

        public Content {
            stated = stated == null ? List.of() : List.copyOf(stated);
        }
    }

    /** A record in which nothing could be read. */
    public static QuarantineCandidate of(
            @Nullable String source, String record, String place, @Nullable String type, byte[] original) {
        return new QuarantineCandidate(
                source,
                record,
                place,
                type,
                Base64.getEncoder().encodeToString(original),
                new Content(null, null, List.of(), 0, 0, null));
    }

    public QuarantineCandidate statedAt(long position, long moment, @Nullable String batch) {
        return with(new Content(content.number, content.data, content.stated, position, moment, batch));
    }

    public QuarantineCandidate withNumber(@Nullable String number) {
        return with(new Content(number, content.data, content.stated, content.position, content.saidAt, content.batch));
    }

    /**
     * The candidate with this content.
     *
     * @param data null where nothing could be read
     */
    public QuarantineCandidate withData(@Nullable JsonNode data, @Nullable Set<HrField> stated) {
        return with(new Content(
                content.number,
                data == null ? null : data.toString(),
                stated == null
                        ? List.of()
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
