package nl.klimrek.eventing.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.RetryListener;

/**
 * Counts what a group could not take at once, by topic and reason code: {@code klimrek.inbox.failures} each time it was
 * tried in vain, {@code klimrek.inbox.parked} when it went to the dead letters. A code is of the machinery's or a rule's
 * own, never of a record.
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
        count("klimrek.inbox.failures", record, failure);
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
