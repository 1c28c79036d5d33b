package nl.klimrek.eventing.simulation;

/** The readers' group as its coordinator knows it: who reads which partition, since when, and how far they are. */
final class ConsumerGroup {

    private final int[] owner;
    private final int[] generation;
    private final int[] committed;

    ConsumerGroup(int partitions) {
        owner = new int[partitions];
        generation = new int[partitions];
        committed = new int[partitions];
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

    /** False when the partition has been given to another since: who was slow cannot commit. */
    boolean commit(int partition, int sinceGeneration, int offset) {
        if (generation[partition] != sinceGeneration) {
            return false;
        }
        committed[partition] = offset;
        return true;
    }
}
