package nl.klimrek.standalone.hr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.hr.EmployeeUpserted;
import nl.klimrek.contracts.hr.RecordSignature;
import nl.klimrek.standalone.hr.export.ExportRecord;
import nl.klimrek.standalone.hr.export.SentRow;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends HR records as CloudEvents in binary mode on the inbound topic. Tolerates a broker that is slow or unavailable
 * for a while.
 */
final class HrRecordProducer implements AutoCloseable {

    private static final String TYPE = Contracts.typeOf(EmployeeUpserted.class);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String organisation;
    private final Run run;
    private final Optional<String> secret;

    /**
     * The attributes that all records of one run share.
     *
     * @param source HR system
     * @param batch id of the file; two of its rows about one person and day are a conflict
     * @param fields fields that each record sets
     * @param saidAt time of the records
     */
    record Run(String source, String batch, String fields, Instant saidAt) {}

    /**
     * @param broker Kafka client settings
     * @param secret secret that signs the records; empty if they are not signed
     * @param timeout how long the broker may take for a record
     */
    HrRecordProducer(
            Map<String, Object> broker, String organisation, Run run, Optional<String> secret, Duration timeout) {
        this.secret = secret;
        this.organisation = organisation;
        this.run = run;
        int timeoutMillis = Math.toIntExact(timeout.toMillis());
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                "acks",
                "all",
                "max.in.flight.requests.per.connection",
                1,
                "linger.ms",
                5,
                "max.block.ms",
                timeoutMillis,
                "request.timeout.ms",
                Math.min(30_000, timeoutMillis - 100),
                "delivery.timeout.ms",
                timeoutMillis));
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends the records; returns whether the broker acknowledged all of them in time. */
    boolean send(List<ExportRecord> window) {
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ExportRecord outgoing : window) {
                Future<RecordMetadata> each = producer.send(record(outgoing));
                if (each.isDone()) {
                    // Failed before it was sent; the next records would wait as long.
                    each.get();
                }
                sent.add(each);
            }
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
            return true;
        } catch (ExecutionException | KafkaException refused) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ProducerRecord<byte[], byte[]> record(ExportRecord outgoing) {
        SentRow row = outgoing.row();
        ObjectNode data = outgoing.data();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.HR_EMPLOYEES, bytes(organisation + "/" + row.number()), bytes(data.toString()));
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", row.id());
        attributes.put("source", run.source());
        attributes.put("type", TYPE);
        attributes.put("time", run.saidAt().toString());
        attributes.put("organisation", organisation);
        attributes.put("batch", run.batch());
        attributes.put("fields", run.fields());
        if (!row.number().isEmpty()) {
            attributes.put("subject", row.number());
        }
        secret.ifPresent(known ->
                attributes.put(RecordSignature.ATTRIBUTE, RecordSignature.of(known, attributes, record.value())));
        attributes.forEach((name, value) -> record.headers().add("ce_" + name, bytes(value)));
        record.headers().add("content-type", bytes("application/json"));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
