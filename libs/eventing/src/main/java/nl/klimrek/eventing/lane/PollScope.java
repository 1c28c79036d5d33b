package nl.klimrek.eventing.lane;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The values that belong to one poll, shared by the threads that handle its records. */
public final class PollScope {

    private static final ThreadLocal<PollScope> CURRENT = ThreadLocal.withInitial(PollScope::new);

    private final Map<PollLocal<?>, Object> values = new ConcurrentHashMap<>();

    static PollScope current() {
        return CURRENT.get();
    }

    /** Begins a poll on this thread; what belonged to the one before is forgotten. */
    public static void begin() {
        CURRENT.set(new PollScope());
    }

    /** Runs a part of this poll on the current thread, whichever poll that thread worked for before. */
    void run(Runnable part) {
        PollScope before = CURRENT.get();
        CURRENT.set(this);
        try {
            part.run();
        } finally {
            CURRENT.set(before);
        }
    }

    @SuppressWarnings("unchecked")
    <T> T value(PollLocal<T> local, Supplier<T> initial) {
        return (T) values.computeIfAbsent(local, none -> initial.get());
    }
}
