package nl.klimrek.servicekit.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One range of a job, as it is stored.
 *
 * @param id job and range
 * @param fence raised by every claim; 0 before the first
 * @param owner instance that claimed it last; null if nobody holds it
 * @param until end of the lease; null if nobody holds it
 * @param position last key of this round that is done; null between rounds
 * @param due start of the next round; null if there is none
 * @param progress what the job keeps with the position
 */
public record JobRange(
        String id,
        long fence,
        @Nullable String owner,
        @Nullable Instant until,
        @Nullable String position,
        @Nullable Instant due,
        @Nullable String progress) {

    static JobRange unclaimed(String id) {
        return new JobRange(id, 0, null, null, null, Instant.EPOCH, null);
    }

    /** Whether its last round has ended and no other one will start. */
    public boolean closed() {
        return due == null;
    }

    /** A lease that ends later than twice its length from now was made by a clock that was wrong; it does not count. */
    boolean free(Instant now, Duration lease) {
        return until == null || !until.isAfter(now) || until.isAfter(now.plus(lease.multipliedBy(2)));
    }

    /** Whether a round is unfinished or has to start. A start later than twice the interval is of a wrong clock too. */
    boolean waiting(Instant now, Duration interval) {
        return due != null
                && (position != null || !due.isAfter(now) || due.isAfter(now.plus(interval.multipliedBy(2))));
    }

    JobRange claimed(String by, Instant end) {
        return new JobRange(id, fence + 1, by, end, position, due, progress);
    }

    JobRange reached(String key, @Nullable String kept, Instant end) {
        return new JobRange(id, fence, owner, end, key, due, kept);
    }

    JobRange renewed(Instant end) {
        return new JobRange(id, fence, owner, end, position, due, progress);
    }

    JobRange released() {
        return new JobRange(id, fence, null, null, position, due, progress);
    }

    JobRange finished(@Nullable Instant next, @Nullable String kept) {
        return new JobRange(id, fence, null, null, null, next, kept);
    }

    JobRange requested(Instant now) {
        return new JobRange(id, fence, owner, until, position, now, progress);
    }
}
