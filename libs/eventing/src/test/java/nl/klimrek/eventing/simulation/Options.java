package nl.klimrek.eventing.simulation;

import java.util.Random;

/**
 * What a run may go through, drawn from its seed, so that runs differ in kind and not only in luck. A seed alone does
 * not repeat a run on other code; the seed with its options says what was run.
 *
 * @param instances instances of the service
 * @param aggregates aggregates they work on
 * @param partitions partitions of the topic
 * @param crash chance in a thousand that an instance dies at a port call
 * @param storeFault chance in a thousand that a call to the store fails, before or after its effect
 * @param brokerFault chance in a thousand that the broker's answer to a record is a refusal, written or not
 * @param interleave chance in a thousand that others take steps between two calls of one step
 * @param redeliver chance in a thousand that a consumer goes back to where it last committed
 * @param jump chance in a thousand that an instance's clock jumps, up to an hour either way
 * @param freeze chance in a thousand that an instance stands still for longer than its lease
 */
record Options(
        int instances, int aggregates, int partitions, int crash, int storeFault, int brokerFault, int interleave,
        int redeliver, int jump, int freeze) {

    static Options drawn(Random random) {
        return new Options(1 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(4), random.nextInt(8),
                random.nextInt(20), random.nextInt(120), random.nextInt(150), random.nextInt(20), random.nextInt(5), random.nextInt(5));
    }

    /** The same world, in which nothing goes wrong any more. */
    Options calm() {
        return new Options(instances, aggregates, partitions, 0, 0, 0, 0, 0, 0, 0);
    }
}
