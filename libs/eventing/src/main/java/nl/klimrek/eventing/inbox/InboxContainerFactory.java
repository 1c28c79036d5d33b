package nl.klimrek.eventing.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.cloudevent.BoundedBytesDeserializer;
import nl.klimrek.eventing.cloudevent.CloudEventReader;
import nl.klimrek.eventing.deadletter.DeadLetterPublisher;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import nl.klimrek.eventing.deadletter.FailureKind;
import nl.klimrek.eventing.deadletter.InboxFailureLog;
import nl.klimrek.eventing.deadletter.ReplayGate;
import nl.klimrek.eventing.lane.KeyLanes;
import nl.klimrek.eventing.lane.RecordLanes;
import nl.klimrek.eventing.offset.StartPositions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Creates listener containers: at least once, in order per partition. A transient failure holds the partition until
 * it passes, an unknown one is retried three times, and a permanent one is parked. Parked records can be replayed
 * on {@link DeadLetterReplay#retryTopic}.
 */
public final class InboxContainerFactory {

    /** The phase in which Spring Boot's web server finishes its requests: both end within one shutdown time-out. */
    private static final int STOPS_WITH_REQUESTS = SmartLifecycle.DEFAULT_PHASE - 1024;

    private static final long INITIAL_BACKOFF_MILLIS = 100;
    private static final long MAX_BACKOFF_MILLIS = 5_000;
    private static final long DEAD_LETTER_RETRY_MILLIS = 1_000;
    private static final int UNKNOWN_FAILURE_RETRIES = 3;
    /** The consumer polls once between two deliveries of the same records. */
    private static final Duration REDELIVERY_PAUSE = Duration.ofMillis(10);

    private final Map<String, Object> consumer;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final CloudEventReader reader;
    private final RetryListener[] retryListeners;
    private ObservationRegistry observations = ObservationRegistry.NOOP;
    private Duration commitInterval = Duration.ZERO;
    private Duration gatherTime = Duration.ZERO;
    private int lanes = 1;
    private MeterRegistry meters = new CompositeMeterRegistry();
    private ReplayGate replays = ReplayGate.OPEN;

    /**
     * @param consumer connection settings of the Kafka consumer
     * @param kafka where dead letters go out
     * @param watchers are told of each try that failed and of what was parked
     */
    public InboxContainerFactory(
            Map<String, Object> consumer,
            KafkaOperations<byte[], byte[]> kafka,
            EventCatalogue catalogue,
            RetryListener... retryListeners) {
        this.consumer = consumer;
        this.kafka = kafka;
        this.reader = new CloudEventReader(catalogue);
        this.retryListeners = retryListeners.clone();
    }

    /** Observes the handling of each event in this registry, as a span in the event's trace. */
    public InboxContainerFactory observedBy(ObservationRegistry registry) {
        observations = registry;
        return this;
    }

    /**
     * Commits offsets at most this often instead of after each poll. Offsets still follow effects; after a crash more events
     * come again, which handlers know by their markers.
     */
    public InboxContainerFactory committingEvery(Duration interval) {
        commitInterval = interval;
        return this;
    }

    /** Lets events gather for at most so long after a small poll, so that the next is larger. The first one never waits. */
    public InboxContainerFactory gathering(Duration time) {
        gatherTime = time;
        return this;
    }

    /** Handles the records of one poll on so many threads, those of one key in order. */
    public InboxContainerFactory withLanes(int threads) {
        lanes = threads;
        return this;
    }

    /** Counts in this registry how often a partition was read from its first record, and why. */
    public InboxContainerFactory countingIn(MeterRegistry registry) {
        meters = registry;
        return this;
    }

    /** Parks replayed dead letters again that this gate does not let through; without it all are handled. */
    public InboxContainerFactory replayingThrough(ReplayGate gate) {
        replays = gate;
        return this;
    }

    /** A container for these handlers, not yet started. */
    public ConcurrentMessageListenerContainer<byte[], byte[]> create(EventHandlers handlers, int concurrency) {
        List<String> topics = new ArrayList<>(handlers.topics());
        topics.add(DeadLetterReplay.retryTopic(handlers.group()));
        ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(handlers.group());
        if (commitInterval.isZero()) {
            properties.setAckMode(ContainerProperties.AckMode.BATCH);
        } else {
            properties.setAckMode(ContainerProperties.AckMode.TIME);
            properties.setAckTime(commitInterval.toMillis());
            // The last offsets of a burst are committed at the next poll.
            properties.setPollTimeout(4 * commitInterval.toMillis());
        }
        properties.setMissingTopicsFatal(false);
        properties.setPollTimeoutWhilePaused(REDELIVERY_PAUSE);
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                new ConcurrentMessageListenerContainer<>(new InboxConsumerFactory(settings(), gatherTime), properties);
        KeyLanes threads = lanes == 1 ? null : new KeyLanes(handlers.group(), lanes, concurrency);
        RecordLanes records = new RecordLanes(threads, handlers::isOrderedByPartition, () -> !container.isRunning());
        container.setupMessageListener(new InboxListener(handlers, reader, observations, records, replays));
        container.setConcurrency(concurrency);
        container.setPhase(STOPS_WITH_REQUESTS);
        container.setBeanName("inbox-" + handlers.group());
        StartPositions positions = new StartPositions(handlers.group(), meters, container::isRunning);
        container.getContainerProperties().setConsumerRebalanceListener(positions);
        container.setCommonErrorHandler(errorHandler(handlers, positions));
        return container;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(consumer);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, BoundedBytesDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, BoundedBytesDeserializer.class);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return settings;
    }

    private DefaultErrorHandler errorHandler(EventHandlers handlers, StartPositions positions) {
        DeadLetterPublisher deadLetters = new DeadLetterPublisher(kafka, handlers.group(), handlers.topics());
        DefaultErrorHandler handler = new RedeliveringErrorHandler(deadLetters, exponentialBackOff(), positions);
        handler.setBackOffFunction((record, failure) -> switch (FailureKind.of(failure)) {
            case TRANSIENT -> exponentialBackOff();
            case PERMANENT ->
                deadLetters.failedBefore(record)
                        ? new FixedBackOff(DEAD_LETTER_RETRY_MILLIS, 1)
                        : new FixedBackOff(0, 0);
            case UNKNOWN -> new FixedBackOff(INITIAL_BACKOFF_MILLIS, UNKNOWN_FAILURE_RETRIES);
        });
        handler.setCommitRecovered(true);
        // The listener's log says in one line what Spring would say in a trace at every retry.
        handler.setLogLevel(org.springframework.kafka.KafkaException.Level.DEBUG);
        handler.setRetryListeners(
                Stream.concat(Stream.of(new InboxFailureLog(handlers.group())), Stream.of(retryListeners))
                        .toArray(RetryListener[]::new));
        // The back-off decides about retries: by default Spring parks unclassified failures at once.
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    private static BackOff exponentialBackOff() {
        ExponentialBackOff backOff = new ExponentialBackOff(INITIAL_BACKOFF_MILLIS, 2);
        backOff.setMaxInterval(MAX_BACKOFF_MILLIS);
        return backOff;
    }
}
