package nl.klimrek.benchmarks.conversations;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** An organisation of some size, told as the people service tells it: one director, managers of twelve, the rest reports. */
final class Roster {

    private static final int REPORTS = 12;
    private static final LocalDate STARTED = LocalDate.parse("2020-01-01");
    private static final List<Weekday> DAYS = List.of(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU);

    private Roster() {}

    /** The manager of the person with this number; null for the director, who has number 0. */
    static String managerOf(int person) {
        return person == 0 ? null : id((person - 1) / REPORTS);
    }

    static String id(int person) {
        return "p" + person;
    }

    /** Tells of everybody, and waits until the service knows them all. */
    static void tell(String bootstrapServers, PeopleProjection view, String organisation, int people)
            throws InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int person = 0; person < people; person++) {
                producer.send(record(organisation, id(person), managerOf(person)));
            }
        }
        while (view.everyone(new Organisation(organisation)).size() < people) {
            Thread.sleep(200);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String organisation, String person, String manager) {
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
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.PEOPLE, bytes(key), json(joined));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", Contracts.typeOf(PersonJoined.class));
        headers.put("ce_source", "/klimrek/people");
        headers.put("ce_subject", person);
        headers.put("ce_time", "2026-03-02T07:00:00Z");
        headers.put("ce_partitionkey", key);
        headers.put("ce_organisation", organisation);
        headers.put("ce_sequence", "1");
        headers.put("ce_correlationid", "roster");
        headers.put("ce_actor", "system:hr");
        headers.put("content-type", "application/json");
        headers.forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private static byte[] json(Record fact) {
        try {
            return ContractJson.mapper().writeValueAsBytes(fact);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
