package nl.klimrek.eventing.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.klimrek.eventing.simulation.guarantees.Observation;
import org.bson.Document;

/**
 * Backups of the publisher's and the reader's store, each at its own moment, and restores from them by the procedure: all
 * instances stop, the store is put back, the epoch of a publisher is raised, the group of a reader is set back to the
 * positions that are in the backup.
 */
final class StoreRestores {

    private static final int MAX_RESTORES = 8;
    private static final int CHANCE = 16;
    private static final List<String> STORES = List.of(SimulatedCounters.COLLECTION, SimulatedStore.EFFECTS);

    private final World world;
    private final Map<String, Backup> backups = new HashMap<>();
    private int restores;

    /** The positions that instances noted last in the reader's store. */
    private Map<Integer, Integer> noted = Map.of();

    private record Backup(Map<String, Document> documents, Map<Integer, Integer> positions) {}

    StoreRestores(World world) {
        this.world = world;
    }

    void note(Map<Integer, Integer> positions) {
        noted = Map.copyOf(positions);
    }

    /**
     * Partitions were added, so older backups of the reader are of no use: reading on from their positions, it would read
     * later events of a key in the new partition before earlier ones in the old, and park these.
     */
    void partitionsAdded() {
        backups.remove(SimulatedStore.EFFECTS);
    }

    /** @param restart stops all instances, runs what is to be done meanwhile, and starts them again */
    void tick(Consumer<Runnable> restart) {
        if (world.options.restore() == 0) {
            return;
        }
        String store = world.random.oneOf(STORES);
        if (world.random.of(CHANCE)) {
            backUp(store);
        } else if (restores < MAX_RESTORES && backups.containsKey(store) && world.random.of(CHANCE)) {
            restores++;
            restart.accept(() -> restore(store));
        }
    }

    private void backUp(String store) {
        world.store.replicate();
        backups.put(store, new Backup(world.store.copyOf(store), noted));
        world.history.add(new Observation.BackedUp(store));
    }

    private void restore(String store) {
        Backup backup = backups.get(store);
        world.store.replicate();
        world.store.replace(store, backup.documents());
        Map<Integer, Integer> positions = new LinkedHashMap<>();
        if (store.equals(SimulatedCounters.COLLECTION)) {
            world.epoch++;
            world.coverage.happened(Fault.PUBLISHER_RESTORED);
        } else {
            noted = backup.positions();
            for (int partition = 0; partition < world.topic.partitions(); partition++) {
                positions.put(partition, noted.getOrDefault(partition, 0));
                world.group.reset(partition, noted.getOrDefault(partition, 0));
            }
            world.coverage.happened(Fault.READER_RESTORED);
        }
        world.history.add(new Observation.Restored(store, world.epoch, world.store.values(store), positions));
    }
}
