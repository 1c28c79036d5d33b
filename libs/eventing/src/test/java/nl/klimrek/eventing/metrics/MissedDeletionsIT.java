package nl.klimrek.eventing.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.control.GroupPositions;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group comes back to a compacted topic that keeps deletions for an hour, and to one that is not compacted. */
class MissedDeletionsIT {

    private static final String GROUP = "g";
    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
    private static final Duration KEPT = Duration.ofHours(1);

    private final String roster = "roster-" + UUID.randomUUID();
    private final String events = "events-" + UUID.randomUUID();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GroupPositions positions = new GroupPositions(EmbeddedEngines.freshDatabase());
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", EmbeddedEngines.kafka()));

    @BeforeEach
    void topics() throws Exception {
        Map<String, String> compacted =
                Map.of("cleanup.policy", "compact", "delete.retention.ms", Long.toString(KEPT.toMillis()));
        admin.createTopics(List.of(
                        new NewTopic(roster, 1, (short) 1).configs(compacted), new NewTopic(events, 1, (short) 1)))
                .all()
                .get();
        // A topic is created before the broker's own metadata shows it.
        await().ignoreExceptions()
                .until(
                        () -> admin.describeTopics(List.of(roster, events))
                                .allTopicNames()
                                .get()
                                .size(),
                        size -> size == 2);
    }

    @AfterEach
    void stop() {
        admin.close();
    }

    @Test
    void a_group_that_was_away_longer_than_deletions_are_kept_is_an_alarm() throws Exception {
        comeBackAfter(KEPT.plusSeconds(1));
        assertThat(meters.find("klimrek.inbox.deletions.missed").counters())
                .singleElement()
                .satisfies(counter -> {
                    assertThat(counter.getId().getTag("topic")).isEqualTo(roster);
                    assertThat(counter.count()).isEqualTo(1);
                });
    }

    @Test
    void a_shorter_absence_and_a_new_group_are_none() throws Exception {
        new MissedDeletions(admin, GROUP, meters).check(Set.of(roster, events), positions.notedAt(GROUP), NOW);
        comeBackAfter(KEPT.minusSeconds(1));
        assertThat(meters.find("klimrek.inbox.deletions.missed").counters()).isEmpty();
    }

    private void comeBackAfter(Duration absence) throws Exception {
        positions.note(GROUP, Map.of(new TopicPartition(roster, 0), 3L), NOW.minus(absence));
        new MissedDeletions(admin, GROUP, meters).check(Set.of(roster, events), positions.notedAt(GROUP), NOW);
    }
}
