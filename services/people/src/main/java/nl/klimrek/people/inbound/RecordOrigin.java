package nl.klimrek.people.inbound;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.TraceContext;
import nl.klimrek.people.person.HrText;
import nl.klimrek.people.person.RecordOrder;
import nl.klimrek.people.person.StableId;
import nl.klimrek.people.quarantine.Suspect;

/**
 * Where a record comes from, whichever way it came.
 *
 * @param source HR system
 * @param id id the source gave the record
 * @param place where it was found: topic, partition and offset, or import and row; two records never share one
 * @param type CloudEvents type; null for a row
 * @param position place in what the source says, see {@link RecordOrder}
 * @param saidAt when the source said it, in microseconds since 1970
 * @param subject employee number the envelope names; null when it names none
 * @param snapshot snapshot it is part of; null when none
 * @param batch file or snapshot in which a person can be described once per day; null when none
 * @param original bytes as they arrived
 * @param cause who brought it
 */
public record RecordOrigin(
        String source,
        String id,
        String place,
        String type,
        long position,
        long saidAt,
        String subject,
        String snapshot,
        String batch,
        byte[] original,
        MessageContext cause) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}");

    /**
     * The origin of a row of a file.
     *
     * @param importId id of the import; two rows of one import about one person and day contradict each other
     * @param row number of the row
     * @param startedAt when the import was asked for, which is when the source said it
     */
    public static RecordOrigin row(
            String source, String importId, int row, Instant startedAt, byte[] original, MessageContext cause) {
        String place = "import:" + importId + ":" + row;
        long said = micros(startedAt);
        return new RecordOrigin(source, place, place, null, said, said, null, null, importId, original, cause);
    }

    /** @param arrived when it arrived, in milliseconds since 1970; counts when the source gives no time */
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

    /** What tells this content from other content under the same id. */
    String print() {
        return StableId.of(original);
    }

    RecordOrder order(LocalDate effectiveAt) {
        return new RecordOrder(effectiveAt, position, saidAt);
    }

    Suspect suspect(ParseResult parsed) {
        return Suspect.of(source, id, place, type, original)
                .saidAt(position, saidAt, batch)
                .about(parsed == null || parsed.number() == null ? subject : parsed.number())
                .reading(parsed == null ? null : parsed.data(), parsed == null ? null : parsed.stated());
    }

    /** Where the record names the undertaking it belongs to, its effects do too; people recognise a repetition themselves. */
    private static MessageContext cause(Envelope envelope) {
        String correlation = envelope.attribute("correlationid");
        return MessageContext.system("hr-system")
                .withCorrelation(
                        correlation != null && ID.matcher(correlation).matches()
                                ? correlation
                                : UUID.randomUUID().toString())
                .withTraceparent(
                        TraceContext.after(envelope.attribute("traceparent")).toString());
    }

    private static OptionalLong sequence(String sequence) {
        return sequence != null && sequence.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(sequence))
                : OptionalLong.empty();
    }

    /** Nobody says something after it arrived: a clock that is ahead would win against every later record. */
    private static long said(String time, long arrived, Clock clock) {
        Instant now = clock.instant();
        Instant moment = Instant.ofEpochMilli(arrived);
        if (time != null) {
            try {
                moment = OffsetDateTime.parse(time).toInstant();
            } catch (DateTimeException unreadable) {
                // A time that is none says nothing about order, so arrival counts.
                return said(null, arrived, clock);
            }
        }
        return micros(moment.isAfter(now) ? now : moment);
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
