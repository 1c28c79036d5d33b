package nl.klimrek.eventing.deadletter;

import nl.klimrek.eventing.lane.ListenerStoppingException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/** Logs what an inbox waits for and what it parked: positions and codes, never content. */
public final class InboxFailureLog implements RetryListener {

    private static final Logger LOG = LoggerFactory.getLogger(InboxFailureLog.class);

    private final String group;

    public InboxFailureLog(String group) {
        this.group = group;
    }

    /** Logs attempts 1, 2, 4, 8 and so on, so that a long outage does not fill the log. */
    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, Exception failure, int attempt) {
        if (FailureKind.of(failure) != FailureKind.PERMANENT
                && !ListenerStoppingException.causes(failure)
                && Integer.bitCount(attempt) == 1) {
            LOG.warn(
                    "{} waits at {}-{}@{}, attempt {}: {}",
                    group,
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    attempt,
                    DeadLetterPublisher.reasonCode(failure));
        }
    }

    @Override
    public void recovered(ConsumerRecord<?, ?> record, Exception failure) {
        LOG.warn(
                "{} parked {}-{}@{}: {}",
                group,
                record.topic(),
                record.partition(),
                record.offset(),
                DeadLetterPublisher.reasonCode(failure));
    }
}
