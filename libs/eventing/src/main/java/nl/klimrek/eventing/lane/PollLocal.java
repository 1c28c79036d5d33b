package nl.klimrek.eventing.lane;

import java.util.function.Supplier;

/**
 * A value for the duration of one poll, shared by all threads that handle its records; each poll begins with a new one.
 * Outside a poll each thread has its own.
 *
 * @param <T> a thread-safe type
 */
public final class PollLocal<T> {

    private final Supplier<T> initial;

    public PollLocal(Supplier<T> initial) {
        this.initial = initial;
    }

    public T get() {
        return PollScope.current().value(this, initial);
    }
}
