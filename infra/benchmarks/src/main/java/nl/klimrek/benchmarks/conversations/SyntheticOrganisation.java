package nl.klimrek.benchmarks.conversations;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
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
        String key = organisation + "/" + person;
        CloudEvent event = CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withType(Contracts.typeOf(PersonJoined.class))
                .withSource(URI.create("/klimrek/people"))
                .withSubject(person)
                .withTime(OffsetDateTime.parse("2026-03-02T07:00:00Z"))
                .withExtension("partitionkey", key)
                .withExtension("organisation", organisation)
                .withExtension("sequence", "1")
                .withExtension("correlationid", "roster")
                .withExtension("actor", "system:hr")
                .withData("application/json", json(joined))
                .build();
        return KafkaMessageFactory.createWriter(Topics.PEOPLE, key).writeBinary(event);
    }

    private static byte[] json(Record event) {
        try {
            return ContractJson.mapper().writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
