package nl.klimrek.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.RecordFixtures;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.support.SendResult;

/** An unreadable record cannot be parked for a while. */
class DeadLetterFailureIT {

    private static final int ROUNDS = 4;

    private final String group = "parking-" + UUID.randomUUID().toString().substring(0, 8);
    private final String topic = CounterCatalogue.TOPIC + "." + group;
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", EmbeddedEngines.kafka()), new ByteArraySerializer(), new ByteArraySerializer());

    /** The dead-letter topic is unavailable for some attempts. */
    private final class Away extends KafkaTemplate<byte[], byte[]> {

        Away() {
            super(producers);
        }

        @Override
        public CompletableFuture<SendResult<byte[], byte[]>> send(ProducerRecord<byte[], byte[]> record) {
            return rounds.incrementAndGet() <= ROUNDS
                    ? CompletableFuture.failedFuture(new TimeoutException("dead letters are away"))
                    : super.send(record);
        }
    }

    @Test
    void a_record_that_cannot_be_parked_is_logged_once_an_attempt_then_parked_and_the_next_is_handled()
            throws Exception {
        EmbeddedEngines.topics(topic, topic + "." + group + ".dlt", DeadLetterReplay.retryTopic(group));
        EventHandlers handlers = new EventHandlers(group, new CounterCatalogue(topic))
                .on(CounterCatalogue.Raised.class, (event, meta) -> taken.incrementAndGet());
        var good = RecordFixtures.good("n", 1).at(1);
        KafkaTemplate<byte[], byte[]> stranger = new KafkaTemplate<>(producers);
        stranger.send(new ProducerRecord<>(topic, 0, RecordFixtures.bytes("acme/n"), RecordFixtures.bytes("junk")))
                .get();
        stranger.send(new ProducerRecord<>(topic, 0, good.key(), good.value(), good.headers()))
                .get();
        ConcurrentMessageListenerContainer<byte[], byte[]> container = new InboxContainerFactory(
                        Map.of("bootstrap.servers", EmbeddedEngines.kafka()), new Away(), new CounterCatalogue(topic))
                .create(handlers, 1);
        Warnings warnings = new Warnings();
        container.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> taken.get() == 1);
        } finally {
            container.stop();
            warnings.stop();
            producers.destroy();
        }
        // One for each round in vain, one for having parked it.
        assertThat(rounds).hasValue(ROUNDS + 1);
        assertThat(warnings.lines).hasSize(ROUNDS + 1).noneMatch(line -> line.contains("junk"));
    }

    /** Every line that an operator would read, except those of Kafka's clients about a broker that is slow to answer. */
    private static final class Warnings extends AppenderBase<ILoggingEvent> {

        private final Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Warnings() {
            start();
            all.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)
                    && !event.getLoggerName().startsWith("org.apache.kafka.clients.")) {
                lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
            }
        }

        @Override
        public void stop() {
            all.detachAppender(this);
            super.stop();
        }
    }
}
