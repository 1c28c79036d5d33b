package nl.klimrek.eventing.relay;

import java.util.function.Consumer;
import nl.klimrek.eventing.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/** Port to the message broker. */
public interface Broker {

    /**
     * Sends one event and calls back exactly once, on any thread: with null when all in-sync replicas have the
     * event, otherwise with the failure. After a failure the event may still have been written.
     */
    void send(OutboxEvent event, Consumer<@Nullable Exception> answer);
}
