package nl.klimrek.eventing.simulation.guarantees;

import java.util.List;
import java.util.Map;

/**
 * An observation from outside the processes. Events are named by subject, and by epoch and sequence in one number, never by
 * random ids.
 */
public sealed interface Observation {

    /**
     * A document was written: {@code value} counts what happened to the subject, {@code waiting} is its outbox, oldest first,
     * {@code newer} is the field that only the newer version knows.
     */
    record Stored(
            String collection,
            String subject,
            long version,
            long value,
            List<Long> waiting,
            String command,
            long newer,
            long schema)
            implements Observation {}

    /** An event left its document. */
    record Removed(String subject, long sequence) implements Observation {}

    /** An event was written to the topic; {@code newer} if only the newer version knows its type. */
    record Arrived(int partition, String subject, long sequence, boolean newer) implements Observation {}

    /** A foreign record was written to the topic. */
    record Foreign(int partition, int offset) implements Observation {}

    /** A caller was told that its command is done. */
    record Answered(String subject, String command) implements Observation {}

    /** A reader stored the effect of an event: the number of events it has counted of this subject. */
    record Effect(String subject, long sequence, long counted) implements Observation {}

    /** A reader committed this offset. */
    record Committed(int partition, int offset) implements Observation {}

    /** A reader parked a record; {@code upgraded} if no instance of the version before is left. */
    record Parked(int partition, int offset, String reason, boolean upgraded) implements Observation {

        /** Why a version parks an event that only a newer one knows. */
        public static final String NEWER_TYPE = "unknown-type";

        /** Why an event is parked of which a later one had its effect. */
        public static final String OVERTAKEN = "overtaken";
    }

    /** An operator was told that the records from one offset up to another may be lost to the readers. */
    record Alarmed(int partition, int from, int upTo) implements Observation {}

    /** A collection was backed up. */
    record BackedUp(String collection) implements Observation {}

    /** A collection was restored: its values, the streams' epoch, and the readers' offsets by partition. */
    record Restored(String collection, long epoch, Map<String, Long> values, Map<Integer, Integer> positions)
            implements Observation {

        boolean isOfPublisher() {
            return collection.equals("counters");
        }
    }

    /** A process started, with empty memory. */
    record Began(String process) implements Observation {}
}
