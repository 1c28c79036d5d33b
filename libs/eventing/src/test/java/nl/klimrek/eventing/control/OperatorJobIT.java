package nl.klimrek.eventing.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.eventing.control.OperatorJob.Progress;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorJobIT {

    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private EmbeddedMongo mongo;
    private MongoClient client;
    private OperatorJob job;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.start(folder);
        client = MongoClients.create(mongo.connectionString());
        job = new OperatorJob(client.getDatabase("klimrek-people"), "republish");
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void nothing_is_claimed_before_it_is_asked_for() {
        assertThat(job.progress()).isEmpty();
        assertThat(job.claim("one", NOW, LEASE)).isEmpty();
    }

    @Test
    void one_instance_works_on_it_and_another_goes_on_where_it_ended() {
        assertThat(job.request(NOW).request()).isEqualTo(1);
        Progress claimed = job.claim("one", NOW, LEASE).orElseThrow();
        assertThat(job.claim("two", NOW.plusSeconds(59), LEASE)).isEmpty();
        assertThat(job.advance("one", new Progress(claimed.request(), "acme/7", 7, null), NOW, LEASE))
                .isTrue();

        Progress taken = job.claim("two", NOW.plusSeconds(60), LEASE).orElseThrow();
        assertThat(taken.reached()).isEqualTo("acme/7");
        assertThat(taken.done()).isEqualTo(7);
        assertThat(job.advance("one", new Progress(claimed.request(), "acme/9", 9, null), NOW, LEASE))
                .as("the lease is the other's")
                .isFalse();
        job.finish("one", claimed, NOW);
        assertThat(job.progress().orElseThrow().finishedAt()).isNull();
        job.finish("two", taken, NOW);
        assertThat(job.progress().orElseThrow().finishedAt()).isEqualTo(NOW);
        assertThat(job.claim("two", NOW, LEASE)).isEmpty();
    }

    @Test
    void a_request_while_one_is_unfinished_is_that_one_and_a_later_one_begins_again() {
        job.request(NOW);
        Progress claimed = job.claim("one", NOW, LEASE).orElseThrow();
        job.advance("one", new Progress(claimed.request(), "acme/7", 7, null), NOW, LEASE);
        assertThat(job.request(NOW)).isEqualTo(new Progress(1, "acme/7", 7, null));
        job.finish("one", claimed, NOW);
        assertThat(job.request(NOW)).isEqualTo(new Progress(2, "", 0, null));
    }

    @Test
    void the_positions_of_a_group_are_read_as_noted() {
        GroupPositions positions = new GroupPositions(client.getDatabase("klimrek-people"));
        assertThat(positions.of("people")).isEmpty();
        Map<TopicPartition, Long> next = Map.of(
                new TopicPartition("klimrek.people.v1", 0), 7L,
                new TopicPartition("klimrek.people.v1", 11), 0L,
                new TopicPartition("klimrek.hr.employees.v1", 2), 5_000_000_000L);
        positions.note("people", Map.of(new TopicPartition("klimrek.people.v1", 0), 3L), NOW);
        positions.note("people", next, NOW);
        assertThat(positions.of("people")).isEqualTo(next);
    }
}
