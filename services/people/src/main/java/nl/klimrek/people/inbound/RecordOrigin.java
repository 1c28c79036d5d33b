package nl.klimrek.people.inbound;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.TraceContext;
import nl.klimrek.people.hrrecord.HrText;
import nl.klimrek.people.hrrecord.RecordOrder;
import nl.klimrek.people.hrrecord.StableId;
import nl.klimrek.people.quarantine.QuarantineCandidate;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a record from Kafka, a file or a correction.
 *
 * @param source HR system; null for a record from Kafka that names none
 * @param id id that the source gave the record
 * @param place topic, partition and offset, or import and row; never shared by two records
 * @param type CloudEvents type; null for a row
 * @param position position among the source's statements, see {@link RecordOrder}
 * @param saidAt when the source stated it, in microseconds since 1970
 * @param subject employee number in the envelope; null when it has none
 * @param snapshot snapshot it is part of; null when none
 * @param batch file or snapshot that may describe a person once a day; null when none
 * @param original bytes as they arrived
 * @param cause context of the message or request that brought it
 */
public record RecordOrigin(
        @Nullable String source,
        String id,
        String place,
        @Nullable String type,
        long position,
        long saidAt,
        @Nullable String subject,
        @Nullable String snapshot,
        @Nullable String batch,
        byte[] original,
        MessageContext cause) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}");

    /**
     * The origin of a row of a file.
     *
     * @param importId id of the import; two of its rows about one person and day contradict each other
     * @param row number of the row
     * @param startedAt when the import was requested; counts as the time of the statement
     */
    public static RecordOrigin row(
            @Nullable String source,
            String importId,
            int row,
            Instant startedAt,
            byte[] original,
            MessageContext cause) {
        String place = "import:" + importId + ":" + row;
        long said = micros(startedAt);
        return new RecordOrigin(source, place, place, null, said, said, null, null, importId, original, cause);
    }

    /** @param arrived arrival in milliseconds since 1970; counts when the source gives no time */
    static RecordOrigin of(Envelope envelope, long arrived, Clock clock) {
        String id = envelope.usable("id", 200).orElse(envelope.place());
        long said = said(envelope.attribute("time"), arrived, clock);
        String snapshot = envelope.usable("snapshot", 100).orElse(null);
        String subject = envelope.attribute("subject");
        return new RecordOrigin(
                envelope.attribute("source"),
                id,
                envelope.place(),
                envelope.attribute("type"),
                sequence(envelope.attribute("sequence")).orElse(said),
                said,
                subject == null ? null : HrText.key(subject),
                snapshot,
                envelope.usable("batch", 100).orElse(snapshot),
                envelope.original(),
                cause(envelope));
    }

    /** The HR system of a record whose source is known. */
    String boundSource() {
        return Objects.requireNonNull(source);
    }

    /** Hash of the content, to tell it from other content under the same id. */
    String fingerprint() {
        return StableId.of(original);
    }

    RecordOrder order(LocalDate effectiveAt) {
        return new RecordOrder(effectiveAt, position, saidAt);
    }

    QuarantineCandidate quarantineCandidate(@Nullable ParseResult parsed) {
        return QuarantineCandidate.of(source, id, place, type, original)
                .statedAt(position, saidAt, batch)
                .withNumber(parsed == null || parsed.number() == null ? subject : parsed.number())
                .withData(parsed == null ? null : parsed.data(), parsed == null ? null : parsed.stated());
    }

    /**
     * Passes on the record's correlation, and names the record by its place: an id that an HR system chose may tell an employee
     * number. It needs no marker, because a person recognises repeated records.
     */
    private static MessageContext cause(Envelope envelope) {
        String correlation = envelope.attribute("correlationid");
        return MessageContext.system("hr-system")
                .withCausation(envelope.place())
                .withCorrelation(
                        correlation != null && ID.matcher(correlation).matches()
                                ? correlation
                                : UUID.randomUUID().toString())
                .withTraceparent(
                        TraceContext.after(envelope.attribute("traceparent")).toString());
    }

    private static OptionalLong sequence(@Nullable String sequence) {
        return sequence != null && sequence.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(sequence))
                : OptionalLong.empty();
    }

    /**
     * The time of the statement, never after its arrival: a clock that is ahead would win against every later record.
     */
    private static long said(@Nullable String time, long arrived, Clock clock) {
        Instant now = clock.instant();
        Instant moment = Instant.ofEpochMilli(arrived);
        if (time != null) {
            try {
                moment = OffsetDateTime.parse(time).toInstant();
            } catch (DateTimeException unreadable) {
                // An unreadable time says nothing about order, so arrival counts.
                return said(null, arrived, clock);
            }
        }
        return micros(moment.isAfter(now) ? now : moment);
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
