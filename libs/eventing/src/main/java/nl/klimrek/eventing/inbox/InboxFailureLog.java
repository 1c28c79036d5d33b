package nl.klimrek.eventing.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/** Says what an inbox waits for and what it parked: places and codes, never content, one line each. */
final class InboxFailureLog implements RetryListener {

    private static final Logger LOG = LoggerFactory.getLogger(InboxFailureLog.class);

    private final String group;

    InboxFailureLog(String group) {
        this.group = group;
    }

    /** The first time and then ever more seldom, so that a store that is away for an hour is not an hour of lines. */
    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, Exception failure, int attempt) {
        if (FailureKind.of(failure) != FailureKind.PERMANENT && Integer.bitCount(attempt) == 1) {
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
