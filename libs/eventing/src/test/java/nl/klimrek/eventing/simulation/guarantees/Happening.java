package nl.klimrek.eventing.simulation.guarantees;

import java.util.List;

/** What somebody outside of every process could have seen. Events are named by subject and sequence, never by random ids. */
public sealed interface Happening {

    /** A document was written: {@code value} counts what happened to the subject, {@code waiting} is its outbox, oldest first. */
    record Stored(String collection, String subject, long version, long value, List<Long> waiting, String command)
            implements Happening {}

    /** An event left its document. */
    record Removed(String subject, long sequence) implements Happening {}

    /** An event was written to the topic. */
    record Arrived(int partition, String subject, long sequence) implements Happening {}

    /** Something that is no event was written to the topic. */
    record Foreign(int partition, int offset) implements Happening {}

    /** A caller was told that its command is done. */
    record Answered(String subject, String command) implements Happening {}

    /** A reader stored what it made of an event: how many it has counted of this subject. */
    record Effect(String subject, long sequence, long counted) implements Happening {}

    /** A reader need not read again what is before this offset. */
    record Committed(int partition, int offset) implements Happening {}

    /** A reader put a record aside. */
    record Parked(int partition, int offset, String reason) implements Happening {}

    /** A process began; what the one before it held in memory is gone. */
    record Began(String process) implements Happening {}
}
