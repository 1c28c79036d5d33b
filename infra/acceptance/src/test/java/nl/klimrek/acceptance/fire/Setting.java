package nl.klimrek.acceptance.fire;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.eventing.Organisation;

/**
 * What all instances of one run share.
 *
 * @param brokers where the brokers are
 * @param topic where the counters' facts are published
 * @param database theirs
 * @param later where records wait that come late
 * @param fired how often somebody died where
 * @param breach step of the protocol that is left out
 */
record Setting(
        String brokers,
        String topic,
        MongoDatabase database,
        Weather weather,
        Witness witness,
        ScheduledExecutorService later,
        Map<FaultPoint, AtomicInteger> fired,
        Breach breach) {

    static final Organisation ORGANISATION = new Organisation("fire");
    static final String COUNTERS = "counters";

    /** Collection in which a group keeps its effects. */
    static String effectsOf(String group) {
        return "taken-" + group;
    }

    MongoDatabase databaseFor(Life life) {
        return new FaultyStore(life, weather, witness, COUNTERS, breach).around(database);
    }
}
