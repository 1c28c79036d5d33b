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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends records as an HR system does: CloudEvents in binary mode on the inbound topic. Waits for a broker that is slow or
 * away for a while.
 */
final class HrRecords implements AutoCloseable {

    private static final String TYPE = Contracts.typeOf(EmployeeUpserted.class);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String organisation;
    private final Run run;
    private final Optional<String> secret;

    /**
     * What the records of one run have in common.
     *
     * @param source HR system
     * @param batch the file: two rows of it about one person and day contradict each other
     * @param fields fields that each record states
     * @param saidAt when the HR system says it
     */
    record Run(String source, String batch, String fields, Instant saidAt) {}

    /**
     * @param broker connection settings of a Kafka client
     * @param secret with which records of this source are signed; empty when they are not
     * @param patience how long the broker may take for a record
     */
    HrRecords(Map<String, Object> broker, String organisation, Run run, Optional<String> secret, Duration patience) {
        this.secret = secret;
        this.organisation = organisation;
        this.run = run;
        int most = Math.toIntExact(patience.toMillis());
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                "acks",
                "all",
                "max.in.flight.requests.per.connection",
                1,
                "linger.ms",
                5,
                "max.block.ms",
                most,
                "request.timeout.ms",
                Math.min(30_000, most - 100),
                "delivery.timeout.ms",
                most));
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends these; true when the broker has all of them, false when it did not take them in time. */
    boolean send(List<Outgoing> window) {
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Outgoing outgoing : window) {
                Future<RecordMetadata> each = producer.send(record(outgoing));
                if (each.isDone()) {
                    // Refused before it was on its way: the next ones would only wait as long.
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

    private ProducerRecord<byte[], byte[]> record(Outgoing outgoing) {
        HrRow row = outgoing.row();
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
