package nl.klimrek.eventing.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import nl.klimrek.eventing.deadletter.DeadLetterPublisher;
import nl.klimrek.eventing.lane.ListenerStoppingException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.RetryListener;

/**
 * Counts failures by topic and reason code: {@code klimrek.inbox.failures} per failed attempt, {@code
 * klimrek.inbox.parked} per dead letter.
 */
public final class InboxFailureMetrics implements RetryListener {

    private final MeterRegistry meters;
    private final String group;

    public InboxFailureMetrics(MeterRegistry meters, String group) {
        this.meters = meters;
        this.group = group;
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, Exception failure, int attempt) {
        if (!ListenerStoppingException.causes(failure)) {
            count("klimrek.inbox.failures", record, failure);
        }
    }

    @Override
    public void recovered(ConsumerRecord<?, ?> record, Exception failure) {
        count("klimrek.inbox.parked", record, failure);
    }

    private void count(String meter, ConsumerRecord<?, ?> record, Exception failure) {
        meters.counter(
                        meter,
                        "group",
                        group,
                        "topic",
                        record.topic(),
                        "reason",
                        DeadLetterPublisher.reasonCode(failure))
                .increment();
    }
}
