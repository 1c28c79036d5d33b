package nl.klimrek.eventing.simulation;

import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.CounterService.Counter;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.aggregate.DocumentStore;
import nl.klimrek.eventing.aggregate.RecentDocuments;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.simulation.SimulatedCatalogue.Marked;

/** The counters of one process, in its version of the service. */
interface SimulatedCounters {

    String COLLECTION = "counters";

    /** A newer version has a type of event of its own; it uses it for each of so many steps. */
    int STEPS_PER_MARK = 3;

    /** Raises a counter by one. */
    void raise(SimulatedClients.Command command);

    /** State of the newer version: {@code newer} is what the version before does not know, and counts what value counts. */
    record NewerCounter(String name, long value, long newer) {}

    /** The version before. */
    static SimulatedCounters former(DocumentStore documents, AggregateOutbox outbox, RecentDocuments recent) {
        AggregateStore<Counter> store = new AggregateStore<>(
                new AggregateType<>(COLLECTION, Counter.class, Counter::name), documents, outbox, recent);
        return command -> store.handle(command.aggregate(), command.cause(), current -> {
            Counter next = new Counter(
                    command.aggregate().id(), current.map(Counter::value).orElse(0L) + 1);
            return Decision.accept(next, new Raised(next.name(), next.value()));
        });
    }

    /**
     * The version beside it, whose documents have another field.
     *
     * @param schema number of its documents' format
     */
    static SimulatedCounters newer(
            int schema, DocumentStore documents, AggregateOutbox outbox, RecentDocuments recent) {
        AggregateStore<NewerCounter> store = new AggregateStore<>(
                new AggregateType<>(COLLECTION, NewerCounter.class, NewerCounter::name).withSchema(schema),
                documents,
                outbox,
                recent);
        return command -> store.handle(command.aggregate(), command.cause(), current -> {
            long value = current.map(NewerCounter::value).orElse(0L) + 1;
            NewerCounter next = new NewerCounter(command.aggregate().id(), value, value);
            return value % STEPS_PER_MARK == 0
                    ? Decision.accept(next, new Marked(next.name(), value))
                    : Decision.accept(next, new Raised(next.name(), value));
        });
    }
}
