package nl.klimrek.eventing.cloudevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.RecordFixtures;
import nl.klimrek.eventing.deadletter.DeadLetterPublisher;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CloudEventReaderTest {

    private static final RecordFixtures GOOD = RecordFixtures.good("n1", 7);

    private final CloudEventReader reader = new CloudEventReader(new CounterCatalogue());

    @Test
    void an_event_is_read_whole() {
        ReceivedEvent event = reader.read(GOOD.at(0));
        assertThat(event.meta())
                .isEqualTo(new EventMeta(
                                "id-n17",
                                CounterCatalogue.TYPE,
                                "/counters",
                                "n1",
                                new Organisation("acme"),
                                "n1",
                                7,
                                Instant.parse("2026-11-01T08:00:00Z"),
                                "anna",
                                "c",
                                "before",
                                "trace")
                        .readAt(0, 0));
        assertThat(event.data()).contains(new Raised("n1", 7));
        assertThat(event.topic()).isEqualTo(CounterCatalogue.TOPIC);
        assertThat(event.bytes()).isEqualTo(GOOD.value());
    }

    @Test
    void a_type_of_a_later_version_is_read_without_its_data_and_what_may_be_absent_is_null() {
        ReceivedEvent event = reader.read(GOOD.with("ce_type", "counters.raised.v2")
                .without("ce_causationid")
                .without("ce_traceparent")
                .at(0));
        assertThat(event.data()).isEmpty();
        assertThat(event.meta().causationId()).isNull();
        assertThat(event.meta().traceparent()).isNull();
    }

    @Test
    void an_event_without_an_epoch_is_of_epoch_0_and_a_later_epoch_is_a_stream_of_its_own() {
        assertThat(reader.read(GOOD.at(0)).meta().epoch()).isZero();
        assertThat(reader.read(GOOD.at(0)).meta().stream()).isEqualTo("/counters#n1");
        assertThat(reader.read(GOOD.with("ce_epoch", "2").at(0)).meta().stream())
                .isEqualTo("/counters#n1@2");
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of("foreign-source", GOOD.with("ce_source", "/somebody")),
                Arguments.of("key-differs-from-partitionkey", GOOD.withKey("acme/n2")),
                Arguments.of("key-differs-from-partitionkey", GOOD.withKey(null)),
                Arguments.of("key-of-another-organisation", GOOD.with("ce_organisation", "other")),
                Arguments.of("no-data", GOOD.withValue(null)),
                Arguments.of("data-is-not-its-type", GOOD.withValue(RecordFixtures.bytes("[1]"))),
                Arguments.of("data-is-not-its-type", GOOD.withValue(RecordFixtures.bytes("{\"counter\":"))),
                Arguments.of(
                        "data-is-not-its-type",
                        GOOD.withValue(
                                RecordFixtures.bytes("{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))),
                Arguments.of(
                        "data-is-not-json",
                        GOOD.with("content-type", "text/xml").withValue(RecordFixtures.bytes("<to>7</to>"))),
                Arguments.of("not-a-cloudevent", GOOD.without("ce_specversion")),
                Arguments.of("not-a-cloudevent", GOOD.with("ce_specversion", "9.9")),
                Arguments.of("not-a-cloudevent", GOOD.with("ce_time", "yesterday")),
                Arguments.of("not-a-cloudevent", GOOD.with("ce_source", "::not a uri")),
                Arguments.of("not-a-cloudevent", GOOD.without("ce_type")),
                Arguments.of(
                        "not-a-cloudevent",
                        GOOD.with("content-type", "application/cloudevents+json")
                                .withValue(RecordFixtures.bytes("{"))),
                Arguments.of(
                        "not-a-cloudevent",
                        GOOD.with("content-type", "application/cloudevents+json")
                                .withValue(RecordFixtures.bytes("{\"data\":" + "[".repeat(100_000)))),
                Arguments.of("attributes-incomplete", GOOD.without("ce_subject")),
                Arguments.of("attributes-incomplete", GOOD.without("ce_time")),
                Arguments.of("attributes-incomplete", GOOD.with("ce_subject", "two words")),
                Arguments.of("attributes-incomplete", GOOD.with("ce_sequence", "first")),
                Arguments.of("attributes-incomplete", GOOD.without("ce_sequence")),
                Arguments.of("attributes-incomplete", GOOD.without("ce_organisation")),
                Arguments.of("attributes-incomplete", GOOD.without("ce_partitionkey")),
                Arguments.of("attributes-incomplete", GOOD.without("ce_actor")),
                Arguments.of("attributes-incomplete", GOOD.without("ce_correlationid")));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void a_record_that_is_not_an_event_of_the_topic_is_refused_with_a_code(String code, RecordFixtures stranger) {
        ConsumerRecord<byte[], byte[]> record = stranger.at(0);
        assertThatThrownBy(() -> reader.read(record))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage(code);
        assertThat(DeadLetterPublisher.reasonCode(new RuntimeException(new MalformedEventException(code))))
                .isEqualTo(code);
    }

    @Test
    void a_header_that_occurs_twice_is_refused() {
        for (String name : List.of("ce_id", "ce_sequence", "ce_source", "ce_organisation")) {
            ConsumerRecord<byte[], byte[]> record = GOOD.at(0);
            record.headers().add(name, RecordFixtures.bytes("2"));
            assertThatThrownBy(() -> reader.read(record))
                    .as(name)
                    .isInstanceOf(MalformedEventException.class)
                    .hasMessage("header-twice");
        }
        ConsumerRecord<byte[], byte[]> record = GOOD.at(0);
        Arrays.asList("x-hop", "x-hop").forEach(name -> record.headers().add(name, RecordFixtures.bytes("1")));
        assertThat(reader.read(record).data())
                .as("headers that are none of ours may be there twice")
                .isPresent();
    }
}
