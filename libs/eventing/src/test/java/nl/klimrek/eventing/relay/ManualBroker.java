package nl.klimrek.eventing.relay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import nl.klimrek.eventing.outbox.OutboxEvent;

/** Holds every record until it is told to acknowledge or refuse the oldest. */
public final class ManualBroker implements Broker {
    private final Deque<OutboxEvent> events = new ArrayDeque<>();
    private final Deque<Consumer<Exception>> answers = new ArrayDeque<>();

    @Override
    public void send(OutboxEvent event, Consumer<Exception> answer) {
        events.add(event);
        answers.add(answer);
    }

    public List<String> waiting() {
        return events.stream().map(OutboxEvent::id).toList();
    }

    public void acknowledge() {
        events.poll();
        answers.poll().accept(null);
    }

    public void refuse() {
        events.poll();
        answers.poll().accept(new IllegalStateException("away"));
    }
}
