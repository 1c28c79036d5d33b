package nl.klimrek.eventing.simulation.guarantees;

import java.util.List;

/** What somebody outside of every process could have seen. Events are named by subject and sequence, never by random ids. */
public sealed interface Observation {

    /** A document was written: {@code value} counts what happened to the subject, {@code waiting} is its outbox, oldest first. */
    record Stored(String collection, String subject, long version, long value, List<Long> waiting, String command)
            implements Observation {}

    /** An event left its document. */
    record Removed(String subject, long sequence) implements Observation {}

    /** An event was written to the topic. */
    record Arrived(int partition, String subject, long sequence) implements Observation {}

    /** Something that is no event was written to the topic. */
    record Foreign(int partition, int offset) implements Observation {}

    /** A caller was told that its command is done. */
    record Answered(String subject, String command) implements Observation {}

    /** A reader stored what it made of an event: how many it has counted of this subject. */
    record Effect(String subject, long sequence, long counted) implements Observation {}

    /** A reader need not read again what is before this offset. */
    record Committed(int partition, int offset) implements Observation {}

    /** A reader put a record aside. */
    record Parked(int partition, int offset, String reason) implements Observation {}

    /** A process began; what the one before it held in memory is gone. */
    record Began(String process) implements Observation {}
}
