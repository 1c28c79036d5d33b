package nl.klimrek.people.inbound;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.TraceContext;
import nl.klimrek.people.person.StableId;
import nl.klimrek.people.quarantine.Quarantine.Suspect;

/**
 * Where a record comes from, whichever way it came.
 *
 * @param source HR system
 * @param id id the source gave the record
 * @param type CloudEvents type; null for a row
 * @param position place in what the source says, see {@link nl.klimrek.people.person.RecordOrder}
 * @param subject employee number the envelope names; null when it names none
 * @param snapshot snapshot it is part of; null when none
 * @param original bytes as they arrived
 * @param cause who brought it
 */
public record RecordOrigin(
        String source, String id, String type, long position, String subject, String snapshot, byte[] original, Cause cause) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}");

    /** @param arrived when it arrived, in milliseconds since 1970; counts when the source gives neither sequence nor time */
    static RecordOrigin of(Envelope envelope, long arrived) {
        String source = envelope.attribute("source");
        String id = envelope.usable("id", 200).orElse(envelope.place());
        return new RecordOrigin(source, id, envelope.attribute("type"), position(envelope, arrived),
                envelope.attribute("subject"), envelope.usable("snapshot", 100).orElse(null), envelope.original(), cause(envelope));
    }

    /** What tells this content from other content under the same id. */
    String print() {
        return StableId.of(original);
    }

    Suspect suspect() {
        return new Suspect(source, id, type, original);
    }

    /** Where the record names the undertaking it belongs to, its effects do too; people recognise a repetition themselves. */
    private static Cause cause(Envelope envelope) {
        String correlation = envelope.attribute("correlationid");
        return Cause.system("hr-system")
                .withCorrelation(correlation != null && ID.matcher(correlation).matches() ? correlation : UUID.randomUUID().toString())
                .withTraceparent(TraceContext.after(envelope.attribute("traceparent")).toString());
    }

    private static long position(Envelope envelope, long arrived) {
        return sequence(envelope.attribute("sequence")).orElseGet(() -> micros(envelope.attribute("time"), arrived));
    }

    private static OptionalLong sequence(String sequence) {
        return sequence != null && sequence.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(sequence)) : OptionalLong.empty();
    }

    private static long micros(String time, long arrived) {
        Instant moment = Instant.ofEpochMilli(arrived);
        if (time != null) {
            try {
                moment = OffsetDateTime.parse(time).toInstant();
            } catch (DateTimeException unreadable) {
                // A time that is none says nothing about order, so arrival counts.
                return micros(null, arrived);
            }
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
