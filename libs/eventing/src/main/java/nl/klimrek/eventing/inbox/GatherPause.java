package nl.klimrek.eventing.inbox;

import java.time.Duration;

/**
 * How long a reader lets records gather after a small poll. Each poll costs a request, a commit and the writes of its handlers,
 * however few records it brings. The pause is as long as a large poll needs at the pace of the last one, and never longer than
 * the configured time: the more records come, the less each of them waits. After a quiet time the pace is not known, so the first
 * pause is short. From one poll to the next a pause grows to twice its length at most, so that a single small poll within a steady
 * stream does not make the next records wait for the whole configured time. A backlog is read without a pause. For one thread.
 */
final class GatherPause {

    static final int LARGE_POLL = 50;
    private static final int QUIET_PAUSES = 2;
    private static final int SHORT_SHARE = 10;

    private final long longestNanos;
    private long lastPoll;
    private long pause;

    /** @param longest configured pause after a small poll; zero for none */
    GatherPause(Duration longest) {
        this.longestNanos = longest.toNanos();
    }

    /**
     * A poll has returned.
     *
     * @param records number of records that it brought
     * @param now by {@link System#nanoTime}
     */
    void polled(int records, long now) {
        long since = now - lastPoll;
        long shortPause = longestNanos / SHORT_SHARE;
        if (records == 0 || records >= LARGE_POLL) {
            pause = 0;
        } else if (since > QUIET_PAUSES * longestNanos) {
            pause = shortPause;
        } else {
            long grown = Math.min(longestNanos, Math.max(shortPause, 2 * pause));
            pause = (long) Math.min((double) since * LARGE_POLL / records, (double) grown);
        }
        lastPoll = now;
    }

    /** Nanoseconds to wait before the next poll. */
    long nanos() {
        return pause;
    }
}
