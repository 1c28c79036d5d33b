package nl.klimrek.eventing.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.relay.Broker;
import org.jspecify.annotations.Nullable;

/**
 * Counts the answers of the broker: {@code klimrek.outbox.acknowledged} by topic, and {@code
 * klimrek.outbox.refused} by topic and exception. Refused events are sent again.
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
    public void send(OutboxEvent event, Consumer<@Nullable Exception> answer) {
        broker.send(event, failure -> {
            count(event.topic(), failure);
            answer.accept(failure);
        });
    }

    /** Time of the last acknowledgement; time of construction before the first. */
    public Instant lastAcknowledged() {
        return lastAcknowledged;
    }

    private void count(String topic, @Nullable Exception failure) {
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
