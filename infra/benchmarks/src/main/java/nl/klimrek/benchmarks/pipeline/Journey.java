package nl.klimrek.benchmarks.pipeline;

import java.util.BitSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** When each of a number of commands was due, and when each had arrived. */
final class Journey {

    private static final long PATIENCE_SECONDS = 180;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(5);

    private final String name;
    private final Person[] people;
    private final long[] due;
    private final BitSet arrived = new BitSet();
    private final Histogram latency = new Histogram(LONGEST_MICROS, 3);
    private final CountDownLatch left;
    private long lastArrival;

    /**
     * @param name part of the names of everything that is stored
     * @param commands how many
     * @param people number of people, who take turns; a multiple of the number of writers
     */
    Journey(String name, int commands, int people) {
        this.name = name;
        this.due = new long[commands];
        this.left = new CountDownLatch(commands);
        this.people = new Person[people];
        for (int i = 0; i < people; i++) {
            this.people[i] = new Person("p" + i, "c" + i);
        }
    }

    /**
     * The person of a command.
     *
     * @param id person id
     * @param conversation the aggregate
     */
    record Person(String id, String conversation) {}

    String name() {
        return name;
    }

    int commands() {
        return due.length;
    }

    Person person(int command) {
        return people[command % people.length];
    }

    /** The command that led to this event: commands on one conversation are in order. */
    int command(String conversation, long sequence) {
        return (int) (sequence - 1) * people.length + Integer.parseInt(conversation.substring(1));
    }

    /** Sets when a command has to be given, whether or not the writer is there in time. */
    void due(int command, long nanos) {
        due[command] = nanos;
    }

    /** A command's way is over; a second arrival changes nothing. */
    synchronized void arrived(int command, long nanos) {
        if (!arrived.get(command)) {
            arrived.set(command);
            latency.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos - due[command])));
            lastArrival = nanos;
            left.countDown();
        }
    }

    /** Waits until all have arrived; fails when that does not happen. */
    void await() throws InterruptedException {
        if (!left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(left.getCount() + " of " + commands() + " commands did not arrive");
        }
    }

    /** Commands a second, from the first one given to the last one arrived. */
    synchronized double perSecond() {
        return commands() * (double) TimeUnit.SECONDS.toNanos(1) / (lastArrival - due[0]);
    }

    /** Milliseconds from due to arrived that this percentage of the commands did not exceed. */
    synchronized double millis(double percentile) {
        return latency.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
