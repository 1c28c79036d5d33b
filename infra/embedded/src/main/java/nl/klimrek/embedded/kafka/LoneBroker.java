package nl.klimrek.embedded.kafka;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kafka.coordinator.group.GroupCoordinator;
import kafka.server.BrokerServer;
import kafka.server.DelayedOperationPurgatory;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.server.util.ShutdownableThread;
import scala.Option;

/**
 * The threads of a broker without others that look for time-outs. Kafka has one for each kind of operation that may wait; each
 * wakes up five times a second. Here most of these operations are complete at once, so nothing looks for them. Fetches and
 * members of groups do wait; their threads sleep until the next one is due.
 */
final class LoneBroker implements AutoCloseable {

    /**
     * Writes and deletions wait for other replicas, elections, grants and the controller's log for other nodes, remote fetches
     * for a store that is not used. Client metrics expire where a plugin collects them.
     */
    private static final Pattern REPLACED = Pattern.compile(
            "ExpirationReaper-\\d+-(Produce|DeleteRecords|ElectLeader|RemoteFetch|AlterAcls|Fetch|Heartbeat|Rebalance)"
                    + "|raft-expiration-reaper|client-metrics-reaper");

    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private final List<ShutdownableThread> timeouts;

    private LoneBroker(List<ShutdownableThread> timeouts) {
        this.timeouts = timeouts;
    }

    /** The threads of this process now. */
    static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    /** Replaces the threads of a broker that started since. */
    static LoneBroker of(KafkaRaftServer server, Set<Thread> before) {
        BrokerServer broker = (BrokerServer) ((Option<?>) field(server, "broker")).get();
        GroupCoordinator groups = (GroupCoordinator) field(field(broker, "groupCoordinator"), "coordinator");
        LoneBroker lone = new LoneBroker(List.of(
                due("fetches", broker.replicaManager().delayedFetchPurgatory()),
                due("members", groups.heartbeatPurgatory()),
                due("rebalances", groups.rebalancePurgatory())));
        for (Thread thread : threads()) {
            if (!before.contains(thread)
                    && thread instanceof ShutdownableThread reaper
                    && REPLACED.matcher(thread.getName()).matches()) {
                reaper.initiateShutdown();
            }
        }
        lone.timeouts.forEach(Thread::start);
        return lone;
    }

    private static ShutdownableThread due(String what, DelayedOperationPurgatory<?> waiting) {
        return new ShutdownableThread("kafka-timeouts-" + what) {
            @Override
            public void doWork() {
                waiting.advanceClock(LONGEST_SLEEP.toMillis());
            }
        };
    }

    private static Object field(Object owner, String name) {
        try {
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of Kafka keeps its " + name + " elsewhere", e);
        }
    }

    @Override
    public void close() {
        timeouts.forEach(ShutdownableThread::initiateShutdown);
    }
}
