package nl.klimrek.acceptance.chaos;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.eventing.Organisation;

/**
 * Parts shared by all instances of one run.
 *
 * @param brokers where the brokers are
 * @param topic where the counters' events are published
 * @param database where all instances store
 * @param later scheduler of delayed records
 * @param fired number of crashes at each fault point
 * @param breach protocol step to leave out
 */
record ChaosEnvironment(
        String brokers,
        String topic,
        MongoDatabase database,
        FaultInjector faults,
        GuaranteeRecorder recorder,
        ScheduledExecutorService later,
        Map<FaultPoint, AtomicInteger> fired,
        ProtocolBreach breach) {

    static final Organisation ORGANISATION = new Organisation("chaos");
    static final String COUNTERS = "counters";

    /** Collection in which a group keeps its effects. */
    static String effectsOf(String group) {
        return "taken-" + group;
    }

    MongoDatabase databaseFor(InstanceLifecycle life) {
        return new FaultyStore(life, faults, recorder, COUNTERS, breach).around(database);
    }
}
