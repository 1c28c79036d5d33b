package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.testkit.events.EventSchema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoIT {

    private static RunningPlatform platform;
    private static Command.Result demo;

    @BeforeAll
    static void play() {
        platform = RunningPlatform.shared();
        demo = RunningPlatform.demo();
    }

    @Test
    void the_demo_plays_a_full_cycle_and_finds_every_step_in_the_journal() {
        assertThat(demo.exit()).as(demo.output()).isZero();
        assertThat(demo.lastLine()).matches("demo: \\d+ steps, all in the journal, chain verified");
    }

    @Test
    void the_journal_verifies_from_outside() {
        Command.Result verified = platform.run("infra/journal", "verify");
        assertThat(verified.exit()).as(verified.output()).isZero();
    }

    @Test
    void an_altered_export_does_not_verify() throws IOException {
        String export =
                platform.get("/api/journal/export", platform.token("auditor")).body();
        Path good = Files.writeString(Files.createTempFile("klimrek", ".ndjson"), export);
        assertThat(Command.run(Duration.ofMinutes(1), "infra/journal", "verify", good.toString())
                        .exit())
                .isZero();
        String line = export.lines()
                .filter(l -> l.contains("conversation-planned"))
                .findFirst()
                .orElseThrow();
        Path bad = Files.writeString(
                Files.createTempFile("klimrek", ".ndjson"),
                export.replace(line, line.replaceFirst("conversation-planned", "conversation-invited")));
        Command.Result refused = Command.run(Duration.ofMinutes(1), "infra/journal", "verify", bad.toString());
        assertThat(refused.exit()).as(refused.output()).isEqualTo(1);
    }

    @Test
    void an_independent_client_reads_events_that_keep_to_their_schemas() {
        for (String topic : List.of(
                Topics.PEOPLE, Topics.CONVERSATIONS, Topics.POP_FORMS, Topics.LEARNING_BUDGETS, Topics.REMINDERS)) {
            List<String> records = kcat(topic, "%h\\t%s\\n");
            assertThat(records).as(topic).isNotEmpty();
            for (String record : records) {
                String[] parts = record.split("\t", 2);
                Map<String, String> headers = Stream.of(parts[0].split(","))
                        .map(h -> h.split("=", 2))
                        .filter(h -> h.length == 2)
                        .collect(Collectors.toMap(h -> h[0], h -> h[1], (a, b) -> a));
                assertThat(headers)
                        .containsKeys("ce_id", "ce_type", "ce_source", "ce_organisation", "ce_sequence", "ce_actor");
                assertThat(EventSchema.violations(headers.get("ce_type"), parts[1]))
                        .as(record)
                        .isEmpty();
            }
        }
    }

    /** Names are on the directory topic only, and no other topic carries free text. */
    @Test
    void no_name_and_no_free_text_is_on_an_event_topic() {
        for (String topic : List.of(
                Topics.PEOPLE, Topics.CONVERSATIONS, Topics.POP_FORMS, Topics.LEARNING_BUDGETS, Topics.REMINDERS)) {
            assertThat(kcat(topic, "%k %h %s\\n"))
                    .as(topic)
                    .isNotEmpty()
                    .noneMatch(record -> record.contains("Lindeboom")
                            || record.contains("Hoekstra")
                            || record.contains("@demo.example")
                            || record.matches(".*\"[^\"]*[a-z]+ [a-z]+ [^\"]*\".*"));
        }
    }

    private static List<String> kcat(String topic, String format) {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/kcat")))
                .as("SKIPPED: kcat is not installed")
                .isTrue();
        Command.Result result = Command.run(
                Duration.ofMinutes(1),
                "kcat",
                "-q",
                "-F",
                platform.client("reader"),
                "-t",
                topic,
                "-C",
                "-e",
                "-o",
                "beginning",
                "-f",
                format);
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output().lines().filter(line -> !line.startsWith("%")).toList();
    }
}
