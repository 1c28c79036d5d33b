package nl.klimrek.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.journal.verify.VerifyExport;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.EventFixture;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestTokens;

/** An organisation for one test, with events over Kafka and its journal over HTTP. */
abstract class JournalServiceSuite {

    static final Duration TIMEOUT = ServiceUnderTest.TIMEOUT;
    static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private static final Instant EVENT_TIME = Instant.parse("2026-11-22T09:00:00.123Z");

    final Journals journals = Journals.SHARED;
    final String organisation = "org-" + UUID.randomUUID().toString().substring(0, 8);

    TestEvent planned(String person, String conversation, long sequence) {
        ConversationPlanned planned = EventFixture.anEvent(ConversationPlanned.class)
                .with("conversation", conversation)
                .with("employee", person)
                .with("counterpart", "bram")
                .build();
        return event(person, conversation, sequence, "u-" + conversation, planned);
    }

    /** An event as its service publishes it. */
    TestEvent event(String person, String subject, long sequence, String correlation, Record data) {
        return attributed(TestEvent.of(organisation, data).withSubject(subject), person, sequence, correlation);
    }

    /** Any data under the attributes of an event. */
    TestEvent event(
            String topic, String type, String person, String subject, long sequence, String correlation, byte[] data) {
        return attributed(TestEvent.of(organisation, topic, type, subject, data), person, sequence, correlation);
    }

    private static TestEvent attributed(TestEvent event, String person, long sequence, String correlation) {
        return event.withKey(person)
                .withSequence(sequence)
                .withCorrelation(correlation)
                .withActor("hr")
                .withTime(EVENT_TIME);
    }

    void send(TestEvent... events) {
        send(List.of(events));
    }

    void send(List<TestEvent> events) {
        journals.publisher().publishAll(events.stream().map(TestEvent::toRecord).toList());
    }

    void sendErasure(String person) {
        journals.publisher().publishTombstone(Topics.DIRECTORY, organisation, person);
    }

    /** The records of this organisation on a topic. */
    List<TopicRecord> published(String topic) {
        return journals.topics().of(organisation, topic);
    }

    void awaitEntries(int entries) {
        await().atMost(TIMEOUT).untilAsserted(() -> {
            JsonNode found = auditor("/verify").json();
            assertThat(found.path("verified").asBoolean()).as("%s", found).isTrue();
            assertThat(found.path("entries").asInt()).isEqualTo(entries);
        });
    }

    /** Exit code and output of {@code infra/journal verify} for this organisation. */
    String verifiedFromOutside() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String broker = journals.backend().bootstrapServers();
        List<String> arguments = List.of(
                "--port",
                Integer.toString(journals.instance(0).port()),
                "--kafka-port",
                broker.substring(broker.lastIndexOf(':') + 1));
        try {
            int exit = VerifyExport.run(
                    arguments,
                    TestTokens.token("auditor", organisation, Role.AUDITOR),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    System.err);
            return exit + " " + out.toString(StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<JsonNode> exported() {
        List<String> lines = auditor("/export").body().lines().toList();
        return lines.subList(1, lines.size() - 1).stream()
                .map(JournalServiceSuite::parsed)
                .toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return ContractJson.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + line, e);
        }
    }

    HttpAnswer auditor(String path) {
        return get(path, "auditor", Role.AUDITOR);
    }

    HttpAnswer get(String path, String person, Role... roles) {
        return journals.as(person, organisation, roles).get(path);
    }

    static List<JsonNode> items(HttpAnswer answer) {
        List<JsonNode> items = new ArrayList<>();
        answer.json().path("items").forEach(items::add);
        return items;
    }
}
