package nl.klimrek.servicekit.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.jspecify.annotations.Nullable;

/**
 * A job that processes the aggregates that are due. Its ranges are the due parts of the store, and one for documents that
 * were written before there were parts.
 */
public class DueJob implements ClockJob {

    private final String name;
    private final Duration interval;
    private final AggregateStore<?> store;
    private final Clock clock;
    private final Consumer<Key> handler;

    /**
     * @param store aggregates of a type with a due time
     * @param handler processes one aggregate; afterwards it should not be due any more
     */
    public DueJob(String name, Duration interval, AggregateStore<?> store, Clock clock, Consumer<Key> handler) {
        this.name = name;
        this.interval = interval;
        this.store = store;
        this.clock = clock;
        this.handler = handler;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    /** The aggregates that the job processes. */
    public AggregateStore<?> store() {
        return store;
    }

    /** Processes one aggregate. */
    public Consumer<Key> handler() {
        return handler;
    }

    @Override
    public List<String> ranges() {
        return AggregateStore.DUE_PARTS;
    }

    @Override
    public boolean hasWork() {
        return !store.due(clock.instant(), 1).isEmpty();
    }

    @Override
    public List<String> page(String range, @Nullable String after, int limit) {
        return store.due(clock.instant(), range, after == null ? null : Key.parse(after), limit).stream()
                .map(Key::value)
                .toList();
    }

    @Override
    public void process(String key) {
        handler.accept(Key.parse(key));
    }
}
