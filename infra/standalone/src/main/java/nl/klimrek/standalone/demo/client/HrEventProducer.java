package nl.klimrek.standalone.demo.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.hr.EmployeeUpserted;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes HR records of the demo organisation as CloudEvents on the inbound topic. */
public final class HrEventProducer implements AutoCloseable {

    public static final String SOURCE = "hr-system";
    public static final String ORGANISATION = "demo";

    private final KafkaProducer<byte[], byte[]> producer;
    private final Clock clock;

    /** @param broker Kafka client settings */
    public HrEventProducer(Map<String, Object> broker, Clock clock) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                "acks", "all", "delivery.timeout.ms", 15_000, "request.timeout.ms", 10_000, "max.block.ms", 10_000));
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.clock = clock;
    }

    /** Returns when the broker has acknowledged the record. */
    public void announces(EmployeeUpserted employee, String correlation) {
        try {
            producer.send(event(employee, correlation, clock.instant())).get();
        } catch (ExecutionException e) {
            throw new DemoFailure("The broker did not accept the HR system's event: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was interrupted.");
        }
    }

    /** The record as a CloudEvent that the HR system sends at {@code now}. */
    public static ProducerRecord<byte[], byte[]> event(EmployeeUpserted employee, String correlation, Instant now) {
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(
                Topics.HR_EMPLOYEES, bytes(ORGANISATION + "/" + employee.employeeNumber()), data(employee));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        SOURCE,
                        "ce_type",
                        Contracts.typeOf(EmployeeUpserted.class),
                        "ce_subject",
                        employee.employeeNumber(),
                        "ce_time",
                        now.toString(),
                        "ce_organisation",
                        ORGANISATION,
                        "ce_correlationid",
                        correlation,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> event.headers().add(name, bytes(value)));
        return event;
    }

    private static byte[] data(EmployeeUpserted employee) {
        try {
            return ContractJson.mapper().writeValueAsBytes(employee);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
