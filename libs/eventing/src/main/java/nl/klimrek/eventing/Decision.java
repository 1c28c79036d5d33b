package nl.klimrek.eventing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The aggregate's answer to a command: a new state with events, no change, or a refusal.
 *
 * @param <S> the aggregate's state
 */
public sealed interface Decision<S> {

    /** The new state, and the events to publish, in order. */
    record Accepted<S>(S state, List<Record> events) implements Decision<S> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing changes: the state is already as asked, or the command does not concern this aggregate. */
    record Unchanged<S>() implements Decision<S> {}

    /** The command is refused; nothing changes. */
    record Refused<S>(Refusal refusal) implements Decision<S> {}

    static <S> Decision<S> accept(S state, Record... events) {
        return new Accepted<>(state, List.of(events));
    }

    static <S> Decision<S> accept(S state, List<? extends Record> events) {
        return new Accepted<>(state, new ArrayList<>(events));
    }

    static <S> Decision<S> unchanged() {
        return new Unchanged<>();
    }

    static <S> Decision<S> refuse(String code, Object... details) {
        return new Refused<>(Refusal.of(code, details));
    }

    /**
     * Decides again on the accepted state. The result has the events of both decisions; a refusal of either refuses
     * both.
     */
    default Decision<S> then(Function<S, Decision<S>> next) {
        if (!(this instanceof Accepted<S> first)) {
            return this;
        }
        Decision<S> decision = next.apply(first.state());
        if (decision instanceof Accepted<S> second) {
            List<Record> events = new ArrayList<>(first.events());
            events.addAll(second.events());
            return new Accepted<>(second.state(), events);
        }
        return decision instanceof Unchanged<S> ? this : decision;
    }

    /**
     * Returns the accepted state, or the fallback if nothing changed.
     *
     * @throws RefusedException if the command was refused
     */
    default S stateOr(Supplier<S> otherwise) {
        if (this instanceof Accepted<S> accepted) {
            return accepted.state();
        }
        if (this instanceof Refused<S> refused) {
            throw new RefusedException(refused.refusal());
        }
        return otherwise.get();
    }
}
