package nl.klimrek.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.journal.RunningJournals.Reply;
import nl.klimrek.servicekit.security.Role;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An organisation of a test's own, whose events go in by Kafka and whose journal is asked over HTTP. */
abstract class JournalServiceSuite {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    final RunningJournals journals = RunningJournals.SHARED;
    final String organisation = "org-" + UUID.randomUUID().toString().substring(0, 8);
    final Bus bus = new Bus(journals.backend.bootstrapServers(), organisation);

    ProducerRecord<byte[], byte[]> planned(String person, String conversation, long sequence) {
        return bus.event(
                person,
                conversation,
                sequence,
                "u-" + conversation,
                new ConversationPlanned(
                        conversation,
                        person,
                        "bram",
                        ConversationType.DEVELOPMENT,
                        ConversationReason.CADENCE,
                        null,
                        DAY,
                        DAY.plusDays(14)));
    }

    void awaitEntries(int entries) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode found = auditor("/verify").json();
            assertThat(found.path("verified").asBoolean()).as("%s", found).isTrue();
            assertThat(found.path("entries").asInt()).isEqualTo(entries);
        });
    }

    List<JsonNode> exported() {
        List<String> lines = auditor("/export").text().lines().toList();
        return lines.subList(1, lines.size() - 1).stream()
                .map(line -> new Reply(200, line).json())
                .toList();
    }

    Reply auditor(String path) {
        return get(path, "auditor", Role.AUDITOR);
    }

    Reply get(String path, String person, Role... roles) {
        return journals.get(path, person, organisation, roles);
    }

    static List<JsonNode> items(Reply reply) {
        List<JsonNode> items = new ArrayList<>();
        reply.json().path("items").forEach(items::add);
        return items;
    }
}
