package nl.klimrek.eventing.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import nl.klimrek.eventing.outbox.Broker;
import nl.klimrek.eventing.outbox.OutboxEvent;

/**
 * Counts what the broker answers: {@code klimrek.outbox.acknowledged} by topic, {@code klimrek.outbox.refused} by topic and
 * kind of failure. What was refused is sent again, so a refusal is a delay and no loss.
 */
public final class MeteredBroker implements Broker {

    private final Broker broker;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile Instant lastAcknowledged;

    public MeteredBroker(Broker broker, MeterRegistry meters, Clock clock) {
        this.broker = broker;
        this.meters = meters;
        this.clock = clock;
        this.lastAcknowledged = clock.instant();
    }

    @Override
    public void send(OutboxEvent event, Consumer<Exception> answer) {
        broker.send(event, failure -> {
            count(event.topic(), failure);
            answer.accept(failure);
        });
    }

    /** When the broker last took an event; when this was made, where it took none yet. */
    public Instant lastAcknowledged() {
        return lastAcknowledged;
    }

    private void count(String topic, Exception failure) {
        if (failure == null) {
            lastAcknowledged = clock.instant();
            meters.counter("klimrek.outbox.acknowledged", "topic", topic).increment();
        } else {
            meters.counter(
                            "klimrek.outbox.refused",
                            "topic",
                            topic,
                            "reason",
                            failure.getClass().getSimpleName())
                    .increment();
        }
    }
}
