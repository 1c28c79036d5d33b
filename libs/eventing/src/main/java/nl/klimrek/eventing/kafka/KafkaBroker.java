package nl.klimrek.eventing.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutgoingRecord;
import nl.klimrek.eventing.relay.Broker;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Sends events to Kafka. Needs an idempotent producer with {@code acks=all}. */
public final class KafkaBroker implements Broker {

    /**
     * How old what a producer knows of a topic's partitions may be. Until all producers know the same partitions, two
     * instances may send events of one key to different ones; so relays stay paused for longer after partitions were added.
     */
    public static final Duration METADATA_AGE = Duration.ofSeconds(10);

    private final Producer<byte[], byte[]> producer;

    public KafkaBroker(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public void send(OutboxEvent event, Consumer<@Nullable Exception> answer) {
        OutgoingRecord waiting = event.record();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                event.topic(),
                null,
                event.time().toEpochMilli(),
                waiting.key().getBytes(StandardCharsets.UTF_8),
                waiting.data());
        waiting.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record, (metadata, failure) -> answer.accept(failure));
        } catch (KafkaException e) {
            answer.accept(e);
        }
    }
}
