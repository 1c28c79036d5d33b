package nl.klimrek.servicekit.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.contracts.Topics;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import nl.klimrek.embedded.kafka.TopicSpec;
import nl.klimrek.servicekit.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicCheckIT {

    private static final List<DeclaredTopic> USED = TopicCheck.of("insights", true);

    @TempDir
    Path folder;

    private final AtomicReference<WrongTopicsException> stopped = new AtomicReference<>();
    private EmbeddedKafka kafka;

    @AfterEach
    void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }

    @Test
    void a_service_uses_the_topics_it_owns_or_reads_with_their_dead_letter_and_retry_topics() {
        assertThat(TopicCheck.of("journal", false))
                .extracting(DeclaredTopic::name)
                .contains(
                        Topics.JOURNAL_CHECKPOINTS,
                        Topics.PEOPLE,
                        Topics.PEOPLE + ".journal.dlt",
                        "klimrek.journal.retry",
                        "klimrek.journal-dead-letters.retry")
                .doesNotContain(Topics.HR_EMPLOYEES, Topics.PEOPLE + ".insights.dlt");
    }

    @Test
    void it_starts_on_topics_as_declared() {
        start(0);
        create(Map.of());
        assertThatCode(() -> check().start()).doesNotThrowAnyException();
    }

    @Test
    void it_does_not_start_on_a_topic_with_another_setting_and_says_which() {
        start(0);
        create(Map.of("retention.ms", "604800000"));
        assertThatThrownBy(() -> check().start())
                .isInstanceOf(WrongTopicsException.class)
                .hasMessageContaining("klimrek.people.v1 has retention.ms 604800000, declared is 31536000000");
    }

    @Test
    void it_does_not_start_without_a_topic_and_creates_none() {
        start(0);
        assertThatThrownBy(() -> check().start()).hasMessageContaining("klimrek.people.v1 does not exist");
        assertThatThrownBy(() -> check().start()).hasMessageContaining("klimrek.people.v1 does not exist");
    }

    @Test
    void it_starts_without_a_broker_and_stops_when_the_broker_comes_with_wrong_topics() throws Exception {
        int port = FreePort.find();
        TopicCheck check =
                new TopicCheck(USED, Map.of("bootstrap.servers", EmbeddedKafka.LOOPBACK + ":" + port), stopped::set);
        check.start();
        assertThat(check.isRunning()).isTrue();
        start(port);
        await().atMost(Duration.ofSeconds(60)).until(() -> stopped.get() != null);
        check.stop();
    }

    private void start(int port) {
        kafka = EmbeddedKafka.start(folder, EmbeddedKafka.LOOPBACK, port);
    }

    private TopicCheck check() {
        return new TopicCheck(USED, Map.of("bootstrap.servers", kafka.bootstrapServers()), stopped::set);
    }

    /** @param wrong settings of the people topic that differ from the declared ones */
    private void create(Map<String, String> wrong) {
        kafka.createTopics(USED.stream()
                .map(topic -> {
                    Map<String, String> settings = new HashMap<>(topic.settings());
                    if (topic.name().equals(Topics.PEOPLE)) {
                        settings.putAll(wrong);
                    }
                    return new TopicSpec(topic.name(), topic.partitions(), settings);
                })
                .toList());
    }
}
