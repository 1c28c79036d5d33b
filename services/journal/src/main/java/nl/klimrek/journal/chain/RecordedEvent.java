package nl.klimrek.journal.chain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a journalled event: ids and codes, and no name or word that a person typed.
 *
 * @param id event id, unique within the source
 * @param type CloudEvents type, or {@link #ERASED}
 * @param source publishing service
 * @param topic topic
 * @param subject id of the aggregate
 * @param sequence place in its stream, from 1; 0 for an event without one
 * @param time time of the event; for an erasure, its arrival in the journal
 * @param actor person id or {@code system:<name>}; null when none is named
 * @param correlation correlation id of the business transaction; null without one
 * @param causation id of the causing event; null for a command
 * @param person the partition key without the organisation
 * @param epoch incarnation of its stream; 0 until the publishing service is restored from a backup
 */
public record RecordedEvent(
        String id,
        String type,
        String source,
        String topic,
        String subject,
        long sequence,
        Instant time,
        @Nullable String actor,
        @Nullable String correlation,
        @Nullable String causation,
        String person,
        long epoch) {

    /** Type of a directory tombstone, because CloudEvents has no event without data. */
    public static final String ERASED = "nl.klimrek.directory.erased";

    /** Type of the entry that resumes a chain which was restored from a backup. */
    public static final String RESUMED = "nl.klimrek.journal.resumed";

    /** The identity of an erasure. An erased id is never assigned again. */
    public static String erasureIdentity(String source, String id) {
        return source + "#" + erasureId(id);
    }

    /** The event id of an erasure from the directory. */
    public static String erasureId(String id) {
        return "erased:" + id;
    }

    /** An event of the first epoch. */
    public RecordedEvent(
            String id,
            String type,
            String source,
            String topic,
            String subject,
            long sequence,
            Instant time,
            @Nullable String actor,
            @Nullable String correlation,
            @Nullable String causation,
            String person) {
        this(id, type, source, topic, subject, sequence, time, actor, correlation, causation, person, 0);
    }

    public RecordedEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(person, "person");
        if (sequence < 0) {
            throw new IllegalArgumentException("a sequence is not negative");
        }
        if (epoch < 0) {
            throw new IllegalArgumentException("an epoch is not negative");
        }
    }

    /** The identity of the event, however often it arrives: source and id (CloudEvents 1.0). */
    public String identity() {
        return source + "#" + id;
    }

    /** The stream in which {@link #sequence()} counts. */
    public String stream() {
        return stream(source, subject, epoch);
    }

    /** The stream of a source's events about a subject in an epoch. Each epoch is a stream of its own. */
    public static String stream(String source, String subject, long epoch) {
        String stream = source + "#" + subject;
        return epoch == 0 ? stream : stream + "@" + epoch;
    }

    /** Whether the event has a sequence number, by which missing events before it are found. */
    public boolean hasSequence() {
        return sequence > 0;
    }
}
