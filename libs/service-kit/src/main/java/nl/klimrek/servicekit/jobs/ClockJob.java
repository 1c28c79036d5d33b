package nl.klimrek.servicekit.jobs;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that a clock starts again and again, whose keys are split into ranges. {@link ClockJobRunner} runs it.
 *
 * <p>A range is handled by one instance at a time, as far as a lease can promise: an instance that pauses for longer than
 * its lease in the middle of {@link #process} still finishes that key, while another instance may have started on it.
 * After a death, the keys of one page are processed again. So {@link #process} must be idempotent, and its writes
 * conditional on what it read.
 */
public interface ClockJob {

    /** Unique name within the service; part of the stored ranges' ids. */
    String name();

    /** Names of the ranges. A range that is new here starts at its first key. */
    List<String> ranges();

    /** Time from the end of a range's round to the start of its next one. */
    Duration interval();

    /**
     * The next keys of a range, in ascending order.
     *
     * @param after the last key of the previous page; null for the first page
     */
    List<String> page(String range, @Nullable String after, int limit);

    /** Processes one key. If it throws, the key is passed over until the next round, with an alarm. */
    void process(String key);

    /** Number of ranges that an instance processes at once; {@link #process} is then called by several threads. */
    default int threads() {
        return 1;
    }

    /** Cheap check before any range is claimed; false if surely no range has a key. */
    default boolean hasWork() {
        return true;
    }
}
