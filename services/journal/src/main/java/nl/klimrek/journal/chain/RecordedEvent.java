package nl.klimrek.journal.chain;

import java.time.Instant;
import java.util.Objects;

/**
 * What happened, as its event says of itself. Facts and codes only: no name and no word that a person typed.
 *
 * @param id event id, unique within the source
 * @param type CloudEvents type, or {@link #ERASED}
 * @param source who published it
 * @param topic topic it came from
 * @param subject id of the aggregate it is a fact of
 * @param sequence place in its stream, from 1; 0 where there is none to count in
 * @param time when it became a fact; for an erasure, when the journal saw it
 * @param actor who did it: person id or {@code system:<name>}; null when nobody is named
 * @param correlation ties the steps of one undertaking together; null when there is none
 * @param causation id of the event that led to it; null when a command did
 * @param person whose it is: the partition key without the organisation
 */
public record RecordedEvent(
        String id,
        String type,
        String source,
        String topic,
        String subject,
        long sequence,
        Instant time,
        String actor,
        String correlation,
        String causation,
        String person) {

    /** Type of the step that a directory tombstone is: CloudEvents knows no event without data. */
    public static final String ERASED = "nl.klimrek.directory.erased";

    /** What makes the erasure of an id one and the same step; an erased id is never given out again. */
    public static String erasure(String source, String id) {
        return source + "#" + erasureId(id);
    }

    /** Id of the step by which the directory was emptied of this id. */
    public static String erasureId(String id) {
        return "erased:" + id;
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
    }

    /** The stream that {@link #sequence()} counts in. */
    public String stream() {
        return stream(source, subject);
    }

    /** The stream in which a source counts what it says of a subject. */
    public static String stream(String source, String subject) {
        return source + "#" + subject;
    }

    /** Whether it has a place in a stream, so that a step before it can be missed. */
    public boolean counted() {
        return sequence > 0;
    }
}
