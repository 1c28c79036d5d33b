package nl.klimrek.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.journal.verify.VerifyExport;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.guarantees.AcknowledgedCommandsSurvive;
import nl.klimrek.testkit.guarantees.EffectExactlyOnce;
import nl.klimrek.testkit.guarantees.EveryEventReachesEachGroup;
import nl.klimrek.testkit.guarantees.Guarantee;
import nl.klimrek.testkit.guarantees.JournalIsComplete;
import nl.klimrek.testkit.guarantees.OrderPerAggregate;
import nl.klimrek.testkit.guarantees.PublishedEvent;
import nl.klimrek.testkit.service.TestTokens;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Checks the guarantees from outside: from acknowledgements, Kafka and the API alone. */
final class OutsideVerification {

    private static final List<String> EVENT_TOPICS =
            List.of(Topics.PEOPLE, Topics.CONVERSATIONS, Topics.POP_FORMS, Topics.LEARNING_BUDGETS);

    private final SeparateProcessesPlatform platform;
    private final UnreliableApiClient http;
    private final AcknowledgedHistory history;

    OutsideVerification(SeparateProcessesPlatform platform, UnreliableApiClient http, AcknowledgedHistory history) {
        this.platform = platform;
        this.http = http;
        this.history = history;
    }

    /** Checks the current state, which may still change right after the kills. Returns a summary. */
    String judge() throws Exception {
        AcknowledgedCommandsSurvive survive = new AcknowledgedCommandsSurvive();
        OrderPerAggregate order = new OrderPerAggregate();
        JournalIsComplete journal = new JournalIsComplete();
        history.acknowledged.forEach(survive::acknowledged);
        int records = 0;
        for (String topic : EVENT_TOPICS) {
            for (ConsumerRecord<byte[], byte[]> record : read(topic)) {
                PublishedEvent event = PublishedEvent.of(record);
                order.arrived(event.stream(), event.sequence(), event.id());
                journal.published(event.stream(), event.sequence());
                survive.found(event.correlation());
                records++;
            }
        }
        String export = export();
        entries(export)
                .forEach(entry -> journal.entry(
                        entry.get("source").asText() + "#" + HrSystem.ORGANISATION + "/"
                                + entry.get("subject").asText()
                                + (entry.path("epoch").asLong() == 0
                                        ? ""
                                        : "@" + entry.get("epoch").asLong()),
                        entry.get("sequence").asLong()));
        EffectExactlyOnce goals = goals();
        EveryEventReachesEachGroup reaches = reaches();
        List<Guarantee> guarantees = List.of(survive, order, journal, goals, reaches, history.versions);
        guarantees.forEach(Guarantee::judge);
        assertThat(guarantees)
                .allSatisfy(guarantee ->
                        assertThat(guarantee.seen()).as(guarantee.promise()).isPositive());
        verify(export);
        assertNothingIsParked();
        return records + " records, " + journal.seen() + " journal entries, " + goals.seen() + " goals";
    }

    /** Each acknowledged goal must be in its owner's plan exactly once, and no other goal. */
    private EffectExactlyOnce goals() throws InterruptedException {
        EffectExactlyOnce once = new EffectExactlyOnce();
        history.goals.forEach((goal, person) -> once.due(person, goal));
        for (String person : history.goals.values().stream().collect(Collectors.toSet())) {
            UnreliableApiClient.Answer plan = http.get(
                            "/api/pop-forms/mine", TestTokens.token(person, HrSystem.ORGANISATION, Role.EMPLOYEE))
                    .orElseThrow();
            assertThat(plan.status()).as(plan.body()).isEqualTo(200);
            plan.json()
                    .get("goals")
                    .forEach(goal -> once.effect(person, goal.get("id").asText()));
        }
        return once;
    }

    /** Every record must be below the committed offset of each of its readers. */
    private EveryEventReachesEachGroup reaches() throws ExecutionException, InterruptedException {
        List<String> groups = platform.serviceNames().stream()
                .filter(name -> !name.equals(SeparateProcessesPlatform.PORTAL))
                .toList();
        EveryEventReachesEachGroup reaches = new EveryEventReachesEachGroup(groups);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            for (String group : groups) {
                Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                for (TopicDefinition topic : TopicDefinition.all().stream()
                        .filter(topic -> topic.readers().contains(group))
                        .toList()) {
                    read(topic.name()).forEach(record -> {
                        String event = group + " " + record.topic() + " " + record.partition() + " " + record.offset();
                        reaches.published(event);
                        groups.stream()
                                .filter(other -> !other.equals(group))
                                .forEach(other -> reaches.reached(other, event));
                        OffsetAndMetadata upTo = committed.get(new TopicPartition(record.topic(), record.partition()));
                        if (upTo != null && record.offset() < upTo.offset()) {
                            reaches.reached(group, event);
                        }
                    });
                }
            }
        }
        return reaches;
    }

    private String export() throws InterruptedException {
        UnreliableApiClient.Answer export =
                http.get("/api/journal/export", auditor()).orElseThrow(() -> new AssertionError("no export"));
        assertThat(export.status()).as(export.body()).isEqualTo(200);
        return export.body();
    }

    private static List<JsonNode> entries(String export) {
        return export.lines()
                .map(line -> {
                    try {
                        return ContractJson.mapper().readTree(line);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .filter(line -> line.has("topic")
                        && EVENT_TOPICS.contains(line.get("topic").asText()))
                .toList();
    }

    private void verify(String export) throws Exception {
        Path file = Files.writeString(Files.createTempFile("klimrek", ".ndjson"), export);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(VerifyExport.run(List.of(file.toString()), null, out, out))
                .as(said::toString)
                .isZero();
        UnreliableApiClient.Answer gaps =
                http.get("/api/journal/gaps", auditor()).orElseThrow();
        assertThat(gaps.json().get("open").asLong()).as(gaps.body()).isZero();
    }

    private void assertNothingIsParked() {
        for (TopicDefinition topic : TopicDefinition.all()) {
            for (String reader : topic.readers()) {
                assertThat(read(TopicDefinition.deadLetters(topic.name(), reader)))
                        .as(reader + " parked of " + topic.name())
                        .isEmpty();
            }
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    private static String auditor() {
        return TestTokens.token("auditor", HrSystem.ORGANISATION, Role.AUDITOR);
    }

    /** Whether every service reports itself and its engines ready. */
    static boolean allReady(SeparateProcessesPlatform platform, UnreliableApiClient http) {
        return platform.serviceNames().stream().allMatch(service -> isReady(platform.url(service), http));
    }

    /** Whether the instance at this address is ready, and its engines too. */
    static boolean isReady(String address, UnreliableApiClient http) {
        try {
            return http.get(address + "/actuator/health/dependencies", auditor())
                    .filter(UnreliableApiClient.Answer::accepted)
                    .isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
