package nl.klimrek.eventing.simulation;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Options of a run, drawn from its seed, so that runs differ in kind. A seed with its options repeats a run, also after the
 * drawing of options changed. Chances are in a thousand.
 *
 * @param instances instances of the service
 * @param aggregates aggregates they work on
 * @param partitions partitions of the topic
 * @param together whether readers take what a poll brought together; one by one otherwise
 * @param held bytes of events that an instance may hold
 * @param recent bytes of the documents it stored last that an instance remembers
 * @param crash that an instance dies at a port call, before or after its effect
 * @param storeFault that a port call fails, before or after its effect
 * @param interleave that others take steps within a port call
 * @param pause that a process stands still within a port call for longer than its lease, and goes on
 * @param freeze that an instance stands still between two steps for longer than its lease
 * @param brokerFault that a record is refused, too large, written without an answer, or written much later
 * @param brokerAway that the broker refuses everything for a while
 * @param repeat that a caller sends a command again under its key
 * @param rebalance that a partition goes to another reader
 * @param redeliver that a reader goes back to before where it committed
 * @param poison that somebody else writes what is no event
 * @param jump that an instance's clock jumps, up to an hour either way
 * @param election that another member of the store becomes primary
 * @param growth how partitions are added: 0 never, 1 by the procedure, 2 while events are under way
 * @param retention that the oldest records of a partition are deleted, read or not
 * @param restore whether stores are backed up and restored
 * @param former whether one instance is of the version before: 0 no, 1 the newer one has a field and a type of event more, 2
 *     its documents also have a newer schema
 */
record SimulationOptions(
        int instances,
        int aggregates,
        int partitions,
        int together,
        int held,
        int recent,
        int crash,
        int storeFault,
        int interleave,
        int pause,
        int freeze,
        int brokerFault,
        int brokerAway,
        int repeat,
        int rebalance,
        int redeliver,
        int poison,
        int jump,
        int election,
        int growth,
        int retention,
        int restore,
        int former) {

    static SimulationOptions drawn(Random random) {
        int growth = random.nextInt(3);
        // Overtaken events are judged by their number, so nothing else may be missing.
        int others = growth == PartitionGrowth.UNDER_WAY ? 0 : 1;
        // Two versions side by side need two instances, and their dead letters are of interest near a restored reader.
        int former = others * random.nextInt(3);
        int restore = former > 0 ? random.nextInt(4) : others * random.nextInt(2);
        return new SimulationOptions(
                former > 0 ? 2 + random.nextInt(3) : 1 + random.nextInt(4),
                1 + random.nextInt(12),
                1 + random.nextInt(4),
                random.nextInt(2),
                1_000 << random.nextInt(8),
                40_000 * random.nextInt(4),
                random.nextInt(8),
                random.nextInt(20),
                random.nextInt(150),
                random.nextInt(10),
                random.nextInt(30),
                random.nextInt(150),
                random.nextInt(10),
                random.nextInt(200),
                random.nextInt(100),
                random.nextInt(100),
                random.nextInt(50),
                random.nextInt(30),
                random.nextInt(60),
                growth,
                others * random.nextInt(2) * random.nextInt(30),
                Math.min(1, restore),
                former);
    }

    /** Reads {@link #toString()} back. */
    static SimulationOptions parse(String text) {
        Map<String, Integer> values = new HashMap<>();
        for (String option : text.trim().split("[ ,]+")) {
            values.put(
                    option.substring(0, option.indexOf('=')),
                    Integer.valueOf(option.substring(option.indexOf('=') + 1)));
        }
        RecordComponent[] components = SimulationOptions.class.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Arrays.stream(components)
                .map(component -> values.get(component.getName()))
                .toArray();
        try {
            return SimulationOptions.class.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("not the options of a simulation: " + text, e);
        }
    }

    /** The same world, in which nothing goes wrong any more. */
    SimulationOptions calm() {
        return new SimulationOptions(
                instances,
                aggregates,
                partitions,
                together,
                held,
                recent,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                growth,
                0,
                0,
                former);
    }

    @Override
    public String toString() {
        return Arrays.stream(SimulationOptions.class.getRecordComponents())
                .map(this::printed)
                .collect(Collectors.joining(" "));
    }

    private String printed(RecordComponent component) {
        try {
            return component.getName() + "=" + component.getAccessor().invoke(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
