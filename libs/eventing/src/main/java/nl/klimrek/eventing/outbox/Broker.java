package nl.klimrek.eventing.outbox;

import java.util.function.Consumer;

/** What the relay needs of a broker. */
public interface Broker {

    /**
     * Sends one event. Answers exactly once, on any thread: null when every in-sync replica has it, else why not; a
     * refusal does not mean that it was not written.
     */
    void send(OutboxEvent event, Consumer<Exception> answer);
}
