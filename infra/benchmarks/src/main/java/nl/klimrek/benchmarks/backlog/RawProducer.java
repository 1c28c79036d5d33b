package nl.klimrek.benchmarks.backlog;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.klimrek.benchmarks.engines.Engines;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Produces from memory, as durably as the relay does, without waiting between two records. */
final class RawProducer {

    private static final int DATA_BYTES = 190;
    private static final int HEADER_BYTES = 520;
    private static final int KEYS = 500;
    private static final double NANOS_PER_SECOND = 1e9;

    private RawProducer() {}

    /** Acknowledged records a second. */
    static double perSecond(String bootstrapServers, int records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            send(producer, Math.min(records, KEYS));
            long begin = System.nanoTime();
            send(producer, records);
            return records * NANOS_PER_SECOND / (System.nanoTime() - begin);
        }
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, int records) {
        for (int i = 0; i < records; i++) {
            byte[] key = ("raw/p" + i % KEYS).getBytes(StandardCharsets.UTF_8);
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Engines.RAW_TOPIC, key, new byte[DATA_BYTES]);
            record.headers().add("headers", new byte[HEADER_BYTES]);
            producer.send(record);
        }
        producer.flush();
    }
}
