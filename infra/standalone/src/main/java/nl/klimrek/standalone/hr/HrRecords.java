package nl.klimrek.standalone.hr;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.hr.EmployeeUpserted;
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

    /**
     * What the records of one run have in common.
     *
     * @param source HR system
     * @param batch the file: two rows of it about one person and day contradict each other
     * @param fields fields that each record states
     * @param saidAt when the HR system says it
     */
    record Run(String source, String batch, String fields, Instant saidAt) {}

    /** @param patience how long the broker may take for a record */
    HrRecords(String broker, String organisation, Run run, Duration patience) {
        this.organisation = organisation;
        this.run = run;
        int most = Math.toIntExact(patience.toMillis());
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", broker, "acks", "all",
                "max.in.flight.requests.per.connection", 1, "linger.ms", 5, "max.block.ms", most,
                "request.timeout.ms", Math.min(30_000, most - 100), "delivery.timeout.ms", most),
                new ByteArraySerializer(), new ByteArraySerializer());
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
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", row.id());
        headers.put("ce_source", run.source());
        headers.put("ce_type", TYPE);
        headers.put("ce_time", run.saidAt().toString());
        headers.put("ce_organisation", organisation);
        headers.put("ce_batch", run.batch());
        headers.put("ce_fields", run.fields());
        if (!row.number().isEmpty()) {
            headers.put("ce_subject", row.number());
        }
        headers.put("content-type", "application/json");
        headers.forEach((name, value) -> record.headers().add(name, bytes(value)));
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
