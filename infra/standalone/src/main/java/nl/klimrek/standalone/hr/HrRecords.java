package nl.klimrek.standalone.hr;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
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
import nl.klimrek.people.person.StableId;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records as an HR system does: CloudEvents in binary mode on the inbound topic. */
final class HrRecords {

    private static final String TYPE = Contracts.typeOf(EmployeeUpserted.class);

    private final Map<String, Object> broker;
    private final String organisation;
    private final String source;
    private final Optional<String> secret;
    private final Clock clock;

    /**
     * @param broker connection settings of a Kafka client
     * @param secret with which records of this source are signed; empty when they are not
     */
    HrRecords(Map<String, Object> broker, String organisation, String source, Optional<String> secret, Clock clock) {
        this.secret = secret;
        this.broker = broker;
        this.organisation = organisation;
        this.source = source;
        this.clock = clock;
    }

    /** Follows from the content, so that the same row is the same record however often the file is sent. */
    String id(HrRow row) {
        return "row-" + StableId.of(source, row.data().toString());
    }

    /** Returns when the broker has all of them. */
    void send(List<HrRow> rows, Progress progress) {
        Instant now = clock.instant();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = rows.stream().map(row -> producer.send(record(row, now))).toList();
            producer.flush();
            for (int i = 0; i < sent.size(); i++) {
                sent.get(i).get();
                progress.show(i + 1);
            }
        } catch (ExecutionException | KafkaException refused) {
            throw new NotPossible("The broker at " + broker.get("bootstrap.servers") + " does not take records; is Klimrek running, and is this its --kafka-port?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPossible("Interrupted.");
        }
    }

    private ProducerRecord<byte[], byte[]> record(HrRow row, Instant now) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.HR_EMPLOYEES, bytes(organisation + "/" + row.number()), bytes(row.data().toString()));
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", id(row));
        attributes.put("source", source);
        attributes.put("type", TYPE);
        attributes.put("time", now.toString());
        attributes.put("organisation", organisation);
        if (!row.number().isEmpty()) {
            attributes.put("subject", row.number());
        }
        secret.ifPresent(known -> attributes.put(RecordSignature.ATTRIBUTE, RecordSignature.of(known, attributes, record.value())));
        attributes.forEach((name, value) -> record.headers().add("ce_" + name, bytes(value)));
        record.headers().add("content-type", bytes("application/json"));
        return record;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(Map.of("acks", "all", "max.in.flight.requests.per.connection", 1,
                "max.block.ms", 10_000, "request.timeout.ms", 5_000, "delivery.timeout.ms", 20_000));
        return settings;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
