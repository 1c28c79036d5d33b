package nl.klimrek.testkit.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.klimrek.servicekit.jobs.JobRange;
import nl.klimrek.servicekit.jobs.JobRangeStore;
import org.jspecify.annotations.Nullable;

/** Ranges of clock jobs in memory, as several instances see them. */
public final class InMemoryJobRanges implements JobRangeStore {
    private final Map<String, JobRange> ranges = new ConcurrentHashMap<>();

    @Override
    public @Nullable JobRange find(String id) {
        return ranges.get(id);
    }

    @Override
    public boolean replace(JobRange range, long fence) {
        AtomicBoolean stored = new AtomicBoolean();
        ranges.compute(range.id(), (id, now) -> {
            stored.set((now == null ? 0 : now.fence()) == fence);
            return stored.get() ? range : now;
        });
        return stored.get();
    }
}
