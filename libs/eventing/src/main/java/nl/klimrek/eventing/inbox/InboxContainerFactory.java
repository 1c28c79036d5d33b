package nl.klimrek.eventing.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klimrek.eventing.EventCatalogue;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Listens for a consumer group: at least once, in order per partition. A passing fault (store or broker away, too many
 * at once) holds the partition and is tried again until it passes; an unknown one is tried three times; a record that
 * can not be taken is parked. What was parked can be given to its group again on {@link DeadLetterReplay#topicOf}.
 */
public final class InboxContainerFactory {

    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;
    private static final long PAUSE_BEFORE_PARKING_AGAIN = 1_000;
    private static final int TRIES_FOR_THE_UNKNOWN = 3;

    private final Map<String, Object> consumer;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final CloudEventReader reader;
    private final RetryListener[] watchers;

    /**
     * @param consumer connection settings of the Kafka consumer
     * @param kafka where dead letters go out
     * @param watchers are told of each try that failed and of what was parked
     */
    public InboxContainerFactory(
            Map<String, Object> consumer,
            KafkaOperations<byte[], byte[]> kafka,
            EventCatalogue catalogue,
            RetryListener... watchers) {
        this.consumer = consumer;
        this.kafka = kafka;
        this.reader = new CloudEventReader(catalogue);
        this.watchers = watchers.clone();
    }

    /** A container for these handlers, not yet started. */
    public ConcurrentMessageListenerContainer<byte[], byte[]> of(EventHandlers handlers, int concurrency) {
        List<String> topics = new ArrayList<>(handlers.topics());
        topics.add(DeadLetterReplay.topicOf(handlers.group()));
        ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(handlers.group());
        properties.setMessageListener(new InboxListener(handlers, reader));
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                new ConcurrentMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(settings()), properties);
        container.setConcurrency(concurrency);
        container.setBeanName("inbox-" + handlers.group());
        container.setCommonErrorHandler(errorHandler(handlers));
        return container;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(consumer);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, BoundedBytesDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, BoundedBytesDeserializer.class);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return settings;
    }

    private DefaultErrorHandler errorHandler(EventHandlers handlers) {
        DeadLetterPublisher deadLetters = new DeadLetterPublisher(kafka, handlers);
        DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters, pause());
        handler.setBackOffFunction((record, failure) -> switch (FailureKind.of(failure)) {
            case PASSING -> pause();
            case HOPELESS ->
                deadLetters.failedBefore(record)
                        ? new FixedBackOff(PAUSE_BEFORE_PARKING_AGAIN, 1)
                        : new FixedBackOff(0, 0);
            case UNKNOWN -> new FixedBackOff(FIRST_PAUSE, TRIES_FOR_THE_UNKNOWN);
        });
        handler.setCommitRecovered(true);
        // The listener's log says in one line what Spring would say in a trace at every retry.
        handler.setLogLevel(org.springframework.kafka.KafkaException.Level.DEBUG);
        handler.setRetryListeners(Stream.concat(Stream.of(new InboxFailureLog(handlers.group())), Stream.of(watchers))
                .toArray(RetryListener[]::new));
        // Whether it is tried again the pause alone says: by default this handler would park what it does not know at
        // once.
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    private static BackOff pause() {
        ExponentialBackOff pause = new ExponentialBackOff(FIRST_PAUSE, 2);
        pause.setMaxInterval(LONGEST_PAUSE);
        return pause;
    }
}
