package nl.klimrek.acceptance.processes;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import nl.klimrek.contracts.hr.EmployeeUpserted;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.standalone.demo.client.HrEventProducer;
import nl.klimrek.testkit.service.TestTokens;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** An HR system that publishes employees on the inbound topic. */
final class HrSystem implements AutoCloseable {

    static final String SOURCE = HrEventProducer.SOURCE;
    static final String ORGANISATION = HrEventProducer.ORGANISATION;
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
        try {
            producer.send(HrEventProducer.event(employee, correlation, clock.instant()))
                    .get();
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

    @Override
    public void close() {
        producer.close();
    }
}
