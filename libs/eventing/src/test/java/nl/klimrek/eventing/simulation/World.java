package nl.klimrek.eventing.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import nl.klimrek.eventing.outbox.OutboxEvent;

/** What outlives every process: the documents, the topic, the true time; and the one source of all chance. */
final class World {

    final Random random;
    final SimulatedStore store = new SimulatedStore(this);
    final List<List<OutboxEvent>> topic = new ArrayList<>();
    final Guarantees guarantees = new Guarantees();
    Options options;
    Instant now = Instant.parse("2026-11-01T00:00:00Z");
    long steps;

    World(long seed) {
        this.random = new Random(seed);
        this.options = Options.drawn(random);
        for (int i = 0; i < options.partitions(); i++) {
            topic.add(new ArrayList<>());
        }
    }

    boolean chance(int inThousand) {
        return inThousand > 0 && random.nextInt(1_000) < inThousand;
    }

    void append(OutboxEvent event) {
        int partition = Math.floorMod(event.key().hashCode(), topic.size());
        topic.get(partition).add(event);
        guarantees.arrived(event);
    }
}
