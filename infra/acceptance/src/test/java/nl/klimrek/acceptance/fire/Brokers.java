package nl.klimrek.acceptance.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.klimrek.acceptance.fire.Nemesis.Trouble;
import nl.klimrek.embedded.kafka.EmbeddedCluster;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What can be done to the brokers; nothing, where they are not ours to stop.
 *
 * @param bootstrapServers where they are
 * @param probe topic on which to see whether a record is acknowledged
 * @param over told when the run ends early
 */
record Brokers(Optional<EmbeddedCluster> cluster, String bootstrapServers, String probe, CountDownLatch over) {

    private static final int AWAY_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 4_000;
    private static final int PATIENCE_MILLIS = 60_000;

    List<Trouble> troubles(Random random) {
        return cluster.map(ours -> List.of(
                        new Trouble("stop one of three brokers", () -> oneAway(ours, random)),
                        new Trouble("stop two of three brokers", () -> twoAway(ours, random))))
                .orElse(List.of());
    }

    private void oneAway(EmbeddedCluster ours, Random random) throws InterruptedException {
        end(ours, 1 + random.nextInt(EmbeddedCluster.NODES), random);
        assertThat(acknowledges(PATIENCE_MILLIS))
                .as("two of three brokers acknowledge")
                .isTrue();
        over.await(AWAY_MILLIS, TimeUnit.MILLISECONDS);
        ours.startMissing();
    }

    private void twoAway(EmbeddedCluster ours, Random random) throws InterruptedException {
        List<Integer> ids = new ArrayList<>(
                IntStream.rangeClosed(1, EmbeddedCluster.NODES).boxed().toList());
        Collections.shuffle(ids, random);
        end(ours, ids.get(0), random);
        end(ours, ids.get(1), random);
        assertThat(acknowledges(ANSWER_MILLIS))
                .as("one of three brokers acknowledges, though two have to")
                .isFalse();
        ours.startMissing();
        assertThat(acknowledges(PATIENCE_MILLIS))
                .as("three brokers acknowledge again")
                .isTrue();
    }

    /** In order or by a kill. */
    private static void end(EmbeddedCluster ours, int id, Random random) {
        if (random.nextBoolean()) {
            ours.stop(id);
        } else {
            ours.kill(id);
        }
    }

    private boolean acknowledges(int withinMillis) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "linger.ms",
                0,
                "enable.idempotence",
                false,
                "request.timeout.ms",
                Math.min(withinMillis, 2_000),
                "delivery.timeout.ms",
                withinMillis,
                "max.block.ms",
                withinMillis);
        KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        try {
            producer.send(new ProducerRecord<>(probe, "probe")).get();
            return true;
        } catch (ExecutionException notAcknowledged) {
            return false;
        } finally {
            // It would wait for brokers that are away.
            producer.close(Duration.ZERO);
        }
    }
}
