package nl.klimrek.servicekit.jobs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stored ranges as several instances see them. */
final class InMemoryJobRangeStore implements JobRangeStore {

    private final Map<String, JobRange> ranges = new ConcurrentHashMap<>();

    @Override
    public JobRange find(String id) {
        return ranges.get(id);
    }

    @Override
    public boolean replace(JobRange range, long fence) {
        boolean[] stored = {false};
        ranges.compute(range.id(), (id, now) -> {
            stored[0] = (now == null ? 0 : now.fence()) == fence;
            return stored[0] ? range : now;
        });
        return stored[0];
    }
}
