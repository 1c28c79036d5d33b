package nl.klimrek.eventing.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Holds every record until it is told to acknowledge or refuse the oldest. */
final class ManualBroker implements Broker {
    private final Deque<OutboxEvent> events = new ArrayDeque<>();
    private final Deque<Consumer<Exception>> answers = new ArrayDeque<>();

    @Override
    public void send(OutboxEvent event, Consumer<Exception> answer) {
        events.add(event);
        answers.add(answer);
    }

    List<String> waiting() {
        return events.stream().map(OutboxEvent::id).toList();
    }

    void acknowledge() {
        events.poll();
        answers.poll().accept(null);
    }

    void refuse() {
        events.poll();
        answers.poll().accept(new IllegalStateException("away"));
    }
}
