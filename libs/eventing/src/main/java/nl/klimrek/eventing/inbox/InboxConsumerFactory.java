package nl.klimrek.eventing.inbox;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/**
 * Consumers that are asleep while there is nothing to read: the broker holds their request until an event comes, for {@link
 * #LONGEST_FETCH} at most. {@link RedeliveringErrorHandler} keeps failed records from waiting that long.
 */
final class InboxConsumerFactory extends DefaultKafkaConsumerFactory<byte[], byte[]> {

    private static final Duration LONGEST_FETCH = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(5);
    /** The heartbeat thread of a consumer wakes up this often. */
    private static final Duration RETRY_BACKOFF = Duration.ofSeconds(1);

    private final Duration gatherTime;

    /**
     * @param settings win over what this factory sets
     * @param gatherTime longest pause after a small poll
     */
    InboxConsumerFactory(Map<String, Object> settings, Duration gatherTime) {
        super(withDefaults(settings));
        this.gatherTime = gatherTime;
    }

    private static Map<String, Object> withDefaults(Map<String, Object> settings) {
        settings.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) LONGEST_FETCH.toMillis());
        settings.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) HEARTBEAT_INTERVAL.toMillis());
        settings.putIfAbsent(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_BACKOFF.toMillis());
        return settings;
    }

    @Override
    protected Consumer<byte[], byte[]> createRawConsumer(Map<String, Object> settings) {
        return new InboxConsumer(settings, gatherTime);
    }
}
