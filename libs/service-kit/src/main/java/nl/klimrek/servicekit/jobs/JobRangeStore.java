package nl.klimrek.servicekit.jobs;

import org.jspecify.annotations.Nullable;

/** Port to the stored ranges. */
public interface JobRangeStore {

    /** The range; null if it was never claimed. */
    @Nullable
    JobRange find(String id);

    /**
     * Stores a range if its stored fence is still this one, 0 if it is not stored.
     *
     * @return whether it was stored
     */
    boolean replace(JobRange range, long fence);
}
