package nl.klimrek.servicekit.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instance's right to a range for some time. After another instance took the range over, nothing is saved here any
 * more: every write asks for the fence of this claim. The fence protects the range only; see {@link ClockJob} for what it
 * cannot promise.
 */
public final class RangeLease {

    /** Well above the time of one page. A range whose instance died waits this long. */
    public static final Duration DURATION = Duration.ofMinutes(1);

    private final JobRangeStore store;
    private final Clock clock;
    private JobRange range;
    private Instant renewed;
    private boolean released;

    private RangeLease(JobRangeStore store, Clock clock, JobRange range, Instant renewed) {
        this.store = store;
        this.clock = clock;
        this.range = range;
        this.renewed = renewed;
    }

    /** Claims a range whose round is unfinished or has to start; empty if there is none or another instance holds it. */
    public static Optional<RangeLease> claim(
            JobRangeStore store, Clock clock, String id, String owner, Duration interval) {
        JobRange stored = store.find(id);
        JobRange range = stored == null ? JobRange.unclaimed(id) : stored;
        Instant now = clock.instant();
        if (!range.free(now, DURATION) || !range.waiting(now, interval)) {
            return Optional.empty();
        }
        JobRange claimed = range.claimed(owner, now.plus(DURATION));
        return store.replace(claimed, range.fence())
                ? Optional.of(new RangeLease(store, clock, claimed, now))
                : Optional.empty();
    }

    /** The last key of this round that is done; null at its start. */
    public synchronized @Nullable String position() {
        return range.position();
    }

    /** What was saved with the position. */
    public synchronized @Nullable String progress() {
        return range.progress();
    }

    /** Renews the lease when half of it is over. Returns false if another instance took the range over. */
    public synchronized boolean keep() {
        Instant now = clock.instant();
        boolean fresh = !now.isBefore(renewed) && now.isBefore(renewed.plus(DURATION.dividedBy(2)));
        return fresh || write(range.renewed(now.plus(DURATION)), now);
    }

    /** Saves how far the round has come, with what the job keeps there. Returns false if another instance took over. */
    public synchronized boolean save(String position, @Nullable String progress) {
        Instant now = clock.instant();
        return write(range.reached(position, progress, now.plus(DURATION)), now);
    }

    /** Ends the round, keeping the progress. @param next start of the next one; null for none */
    public boolean finish(@Nullable Instant next) {
        return finish(next, range.progress());
    }

    /** Ends the round with this progress. @param next start of the next one; null for none */
    public synchronized boolean finish(@Nullable Instant next, @Nullable String progress) {
        return write(range.finished(next, progress), clock.instant());
    }

    /** Lets any instance go on at the saved position. Afterwards this lease saves nothing any more, from any thread. */
    public synchronized boolean release() {
        boolean written = write(range.released(), clock.instant());
        released = true;
        return written;
    }

    private synchronized boolean write(JobRange next, Instant now) {
        if (released || !store.replace(next, range.fence())) {
            return false;
        }
        range = next;
        renewed = now;
        return true;
    }
}
