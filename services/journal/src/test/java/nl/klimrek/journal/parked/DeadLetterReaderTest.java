package nl.klimrek.journal.parked;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import nl.klimrek.servicekit.events.ContractCatalogue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Organisation and identity of a parked record. */
class DeadLetterReaderTest {

    private static final Organisation NOBODYS = new Organisation("operators");
    private static final String PEOPLE = Topics.PEOPLE + ".insights.dlt";

    private final DeadLetterReader reader = new DeadLetterReader(new ContractCatalogue(), NOBODYS);

    @Test
    void a_record_belongs_to_the_organisation_that_source_key_and_attributes_agree_on() {
        FoundDeadLetter arrival = reader.read(record(PEOPLE, "demo/anna", "nonsense", event()));
        assertThat(arrival.organisation().value()).isEqualTo("demo");
        assertThat(arrival.parked().eventSubject()).isEqualTo("anna");
        assertThat(arrival.correlation()).isEqualTo("c");
    }

    @Test
    void a_record_with_contradictory_attributes_is_unattributed() {
        for (String attribute : event().keySet()) {
            if (attribute.startsWith("ce_") && !attribute.equals("ce_type")) {
                Map<String, String> doubtful = event();
                doubtful.remove(attribute);
                assertThat(reader.read(record(PEOPLE, "demo/anna", "{}", doubtful))
                                .organisation())
                        .as("without %s", attribute)
                        .isEqualTo(NOBODYS);
            }
        }
        assertThat(reader.read(record(PEOPLE, "other/anna", "{}", event())).organisation())
                .isEqualTo(NOBODYS);
        assertThat(reader.read(record(Topics.CONVERSATIONS + ".insights.dlt", "demo/anna", "{}", event()))
                        .organisation())
                .isEqualTo(NOBODYS);
        assertThat(reader.read(record(Topics.HR_EMPLOYEES + ".people.dlt", "demo/anna", "{}", event()))
                        .organisation())
                .isEqualTo(NOBODYS);
        assertThat(reader.read(record(PEOPLE, "demo/anna", null, Map.of())).organisation())
                .isEqualTo(NOBODYS);
    }

    @Test
    void a_tombstone_belongs_to_the_organisation_of_its_key() {
        String directory = Topics.DIRECTORY + ".reminders.dlt";
        assertThat(reader.read(record(directory, "demo/anna", null, Map.of()))
                        .organisation()
                        .value())
                .isEqualTo("demo");
        assertThat(reader.read(record(directory, "no key", null, Map.of())).organisation())
                .isEqualTo(NOBODYS);
    }

    @Test
    void a_record_that_is_parked_twice_is_one_dead_letter() {
        ConsumerRecord<byte[], byte[]> once = from(record(PEOPLE, "demo/anna", "{}", event()), Topics.PEOPLE, 2, 40);
        ConsumerRecord<byte[], byte[]> twice = from(record(PEOPLE, "demo/anna", "{}", event()), Topics.PEOPLE, 2, 40);
        ConsumerRecord<byte[], byte[]> other = from(record(PEOPLE, "demo/anna", "{}", event()), Topics.PEOPLE, 2, 41);
        assertThat(reader.read(once).id())
                .isEqualTo(reader.read(twice).id())
                .isNotEqualTo(reader.read(other).id());
    }

    @Test
    void a_replay_that_is_parked_again_is_the_same_dead_letter_only_from_its_groups_topic() {
        ConsumerRecord<byte[], byte[]> parked = from(record(PEOPLE, "demo/anna", "{}", event()), Topics.PEOPLE, 2, 40);
        FoundDeadLetter first = reader.read(parked);
        var given = new DeadLetterReplay(
                        first.id(), 3, Topics.PEOPLE, 2, 40, first.origin().timestamp())
                .toRecord(parked, "insights");
        ConsumerRecord<byte[], byte[]> again = record(PEOPLE, "demo/anna", "{}", Map.of());
        given.headers().forEach(again.headers()::add);

        FoundDeadLetter forged = reader.read(copy(again, Topics.PEOPLE));
        FoundDeadLetter second = reader.read(copy(again, DeadLetterReplay.retryTopic("insights")));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.origin()).isEqualTo(first.origin());
        assertThat(second.parked().attempt()).isEqualTo(3);
        assertThat(forged.id()).isNotEqualTo(first.id());
        assertThat(forged.parked().attempt()).isZero();
    }

    @Test
    void any_record_on_a_dead_letter_topic_can_be_read() {
        ConsumerRecord<byte[], byte[]> odd = new ConsumerRecord<>(PEOPLE, 0, 5, null, null);
        odd.headers()
                .add("kafka_dlt-original-offset", new byte[] {1})
                .add("klimrek-reason", "two words".getBytes(UTF_8))
                .add("ce_id", null);
        FoundDeadLetter arrival = reader.read(odd);
        assertThat(arrival.organisation()).isEqualTo(NOBODYS);
        assertThat(arrival.parked().reason()).isEqualTo("unknown");
        assertThat(arrival.origin().offset()).isEqualTo(5);
    }

    private static Map<String, String> event() {
        Map<String, String> event = new HashMap<>(Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                "e1",
                "ce_type",
                "nl.klimrek.people.person-left.v1",
                "ce_source",
                "/klimrek/people",
                "ce_subject",
                "anna",
                "ce_time",
                "2026-11-22T09:00:00Z",
                "ce_partitionkey",
                "demo/anna",
                "ce_organisation",
                "demo",
                "ce_sequence",
                "1",
                "ce_correlationid",
                "c"));
        event.put("ce_actor", "hr");
        return event;
    }

    private static ConsumerRecord<byte[], byte[]> record(
            String topic, String key, String data, Map<String, String> headers) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(topic, 0, 9, key.getBytes(UTF_8), data == null ? null : data.getBytes(UTF_8));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        if (!headers.isEmpty()) {
            record.headers().add("content-type", "application/json".getBytes(UTF_8));
        }
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record, String parkedFrom) {
        ConsumerRecord<byte[], byte[]> copy = new ConsumerRecord<>(record.topic(), 0, 9, record.key(), record.value());
        record.headers().forEach(copy.headers()::add);
        return from(copy, parkedFrom, 0, 77);
    }

    private static ConsumerRecord<byte[], byte[]> from(
            ConsumerRecord<byte[], byte[]> record, String topic, int partition, long offset) {
        record.headers()
                .add("kafka_dlt-original-topic", topic.getBytes(UTF_8))
                .add(
                        "kafka_dlt-original-partition",
                        ByteBuffer.allocate(4).putInt(partition).array())
                .add(
                        "kafka_dlt-original-offset",
                        ByteBuffer.allocate(8).putLong(offset).array())
                .add(
                        "kafka_dlt-original-timestamp",
                        ByteBuffer.allocate(8).putLong(1_000).array());
        return record;
    }
}
