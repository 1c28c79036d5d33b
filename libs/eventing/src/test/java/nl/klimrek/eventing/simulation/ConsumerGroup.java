package nl.klimrek.eventing.simulation;

import java.util.Arrays;

/** The consumer group as its coordinator knows it: owner, generation and committed offset of each partition. */
final class ConsumerGroup {

    private int[] owner;
    private int[] generation;
    private int[] committed;

    ConsumerGroup(int partitions) {
        owner = new int[partitions];
        generation = new int[partitions];
        committed = new int[partitions];
    }

    /** The new partition belongs to the first reader. */
    void addPartition() {
        owner = Arrays.copyOf(owner, owner.length + 1);
        generation = Arrays.copyOf(generation, generation.length + 1);
        committed = Arrays.copyOf(committed, committed.length + 1);
    }

    boolean owns(int instance, int partition) {
        return owner[partition] == instance;
    }

    int generation(int partition) {
        return generation[partition];
    }

    int committed(int partition) {
        return committed[partition];
    }

    void move(int partition, int to) {
        owner[partition] = to;
        generation[partition]++;
    }

    /** All readers are gone, and an operator sets the group to this offset. */
    void reset(int partition, int offset) {
        generation[partition]++;
        committed[partition] = offset;
    }

    /** Returns false if the partition has another owner since: a slow reader cannot commit. */
    boolean commit(int partition, int sinceGeneration, int offset) {
        if (generation[partition] != sinceGeneration) {
            return false;
        }
        committed[partition] = offset;
        return true;
    }
}
