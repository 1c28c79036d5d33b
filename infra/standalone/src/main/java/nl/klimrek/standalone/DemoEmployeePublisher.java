package nl.klimrek.standalone;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.hr.EmployeeUpserted;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes the demo organisation's employees on the inbound topic at every start. The records have fixed ids, so
 * publishing them again changes nothing.
 */
final class DemoEmployeePublisher {

    private static final String SOURCE = "hr-system";

    private DemoEmployeePublisher() {}

    /** Returns when the broker has acknowledged every record; throws when it refuses one. */
    static void announce(String bootstrapServers, Map<String, String> credentials) {
        Map<String, Object> settings = new HashMap<>(credentials);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = employees().stream()
                    .map(employee -> producer.send(record(employee)))
                    .toList();
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused the demo's employees", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static List<EmployeeUpserted> employees() {
        try (InputStream in = DemoEmployeePublisher.class.getResourceAsStream("/demo/employees.yaml")) {
            return new ObjectMapper(new YAMLFactory())
                    .registerModule(new JavaTimeModule())
                    .readValue(in, new TypeReference<List<EmployeeUpserted>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's employees cannot be read", e);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(EmployeeUpserted employee) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.HR_EMPLOYEES, bytes(ServiceSettings.HOME + "/" + employee.employeeNumber()), data(employee));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        "demo-" + employee.employeeNumber() + "-" + employee.effectiveAt(),
                        "ce_source",
                        SOURCE,
                        "ce_type",
                        Contracts.typeOf(EmployeeUpserted.class),
                        "ce_subject",
                        employee.employeeNumber(),
                        "ce_time",
                        employee.effectiveAt() + "T00:00:00Z",
                        "ce_organisation",
                        ServiceSettings.HOME,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
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
}
