package nl.klimrek.benchmarks.conversations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import nl.klimrek.benchmarks.engines.BenchmarkEvent;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.people.PeopleProjection;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Events of an organisation with one director, managers of twelve people each, and their reports. */
public final class SyntheticOrganisation {

    private static final int REPORTS = 12;
    private static final LocalDate STARTED = LocalDate.parse("2020-01-01");
    private static final Instant JOINED_AT = Instant.parse("2026-03-02T07:00:00Z");
    private static final Duration KNOWN_TIMEOUT = Duration.ofMinutes(5);
    private static final long POLL_NANOS = 200_000_000;
    private static final List<Weekday> DAYS = List.of(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU);

    private SyntheticOrganisation() {}

    /** The manager of the person with this number; null for the director, number 0. */
    public static @Nullable String managerOf(int person) {
        return person == 0 ? null : id((person - 1) / REPORTS);
    }

    public static String id(int person) {
        return "p" + person;
    }

    /** Publishes everybody and waits until the service knows them all. */
    public static void publish(String bootstrapServers, PeopleProjection view, String organisation, int people) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            for (int person = 0; person < people; person++) {
                producer.send(record(organisation, id(person), managerOf(person)));
            }
        }
        long deadline = System.nanoTime() + KNOWN_TIMEOUT.toNanos();
        while (view.count(new Organisation(organisation)) < people) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the service does not know everybody after " + KNOWN_TIMEOUT);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static ProducerRecord<String, byte[]> record(String organisation, String person, @Nullable String manager) {
        PersonJoined joined = new PersonJoined(
                person,
                "team of " + manager,
                manager,
                null,
                ContractKind.PERMANENT,
                2160,
                DAYS,
                "nl",
                "Europe/Amsterdam",
                STARTED,
                null,
                null,
                null,
                STARTED);
        return new BenchmarkEvent(organisation, person, person, 1, "system:hr", JOINED_AT, joined).toRecord();
    }
}
