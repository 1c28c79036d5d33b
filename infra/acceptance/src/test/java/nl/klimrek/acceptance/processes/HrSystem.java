package nl.klimrek.acceptance.processes;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.hr.EmployeeUpserted;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestTokens;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** An HR system that publishes employees on the inbound topic. */
final class HrSystem implements AutoCloseable {

    static final String SOURCE = "hr-system";
    static final String ORGANISATION = "demo";
    /** Employee number of everybody's manager. */
    static final String MANAGER = "M-1";

    private final KafkaProducer<byte[], byte[]> producer;
    private final Clock clock = Clock.systemUTC();

    HrSystem(String brokers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all", "delivery.timeout.ms", 120_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Publishes an employee and returns after the brokers' acknowledgement. */
    void announce(String number, String correlation) throws InterruptedException {
        LocalDate today = LocalDate.now(clock);
        EmployeeUpserted employee = new EmployeeUpserted(
                number,
                today,
                "Noor",
                "Nummer" + number,
                number + "@demo.example",
                "nl",
                "Europe/Amsterdam",
                "Thuiszorg Noord",
                "Wijkverpleegkundige",
                "zorg",
                number.equals(MANAGER) ? null : MANAGER,
                "PERMANENT",
                BigDecimal.valueOf(28),
                List.of("MON", "TUE", "WED", "THU"),
                today.minusMonths(6),
                null,
                null,
                null);
        ProducerRecord<byte[], byte[]> event =
                new ProducerRecord<>(Topics.HR_EMPLOYEES, bytes(ORGANISATION + "/" + number), data(employee));
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
                        number,
                        "ce_time",
                        clock.instant().toString(),
                        "ce_organisation",
                        ORGANISATION,
                        "ce_correlationid",
                        correlation,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> event.headers().add(name, bytes(value)));
        try {
            producer.send(event).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the brokers did not take " + number, e.getCause());
        }
    }

    /** The person with this employee number; empty while the platform knows none. */
    Optional<String> personOf(String number, UnreliableApiClient http) throws InterruptedException {
        return http.get(
                        "/api/people/by-number?source=" + SOURCE + "&number=" + number,
                        TestTokens.token("hr", ORGANISATION, Role.HR))
                .filter(UnreliableApiClient.Answer::accepted)
                .map(answer -> answer.json().get(0))
                .map(found -> found.get("person").asText());
    }

    private static byte[] data(EmployeeUpserted employee) {
        try {
            return ContractJson.mapper().writeValueAsBytes(employee);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
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
