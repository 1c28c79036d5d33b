package nl.klimrek.eventing.simulation;

import java.time.Instant;
import java.util.List;
import nl.klimrek.eventing.simulation.guarantees.AnsweredCommandsSurvive;
import nl.klimrek.eventing.simulation.guarantees.EffectBeforeOffset;
import nl.klimrek.eventing.simulation.guarantees.EffectsOnce;
import nl.klimrek.eventing.simulation.guarantees.FirstArrivalsInOrder;
import nl.klimrek.eventing.simulation.guarantees.NewerFieldsSurvive;
import nl.klimrek.eventing.simulation.guarantees.NothingFromNowhere;
import nl.klimrek.eventing.simulation.guarantees.ObservedHistory;
import nl.klimrek.eventing.simulation.guarantees.OnlyPoisonIsParked;
import nl.klimrek.eventing.simulation.guarantees.RemovedNeverReturns;
import nl.klimrek.eventing.simulation.guarantees.RemovedOnlyAfterArrival;
import nl.klimrek.eventing.simulation.guarantees.VersionsOnlyRise;
import nl.klimrek.eventing.simulation.guarantees.WaitingIsBounded;

/** Everything that outlives a process: documents, topic, consumer group and the true time; and the guarantees. */
final class World {

    /** Events that may wait in one document. */
    static final int MAX_EVENTS_PER_DOCUMENT = 10;

    final SeededRandom random;
    final FaultCoverage coverage = new FaultCoverage();
    private final EffectsOnce effectsOnce = new EffectsOnce();
    final ObservedHistory history = new ObservedHistory(List.of(
            new VersionsOnlyRise(),
            new AnsweredCommandsSurvive(),
            new NothingFromNowhere(),
            new FirstArrivalsInOrder(),
            new RemovedOnlyAfterArrival(),
            new RemovedNeverReturns(),
            new WaitingIsBounded(MAX_EVENTS_PER_DOCUMENT),
            effectsOnce,
            new EffectBeforeOffset(),
            new OnlyPoisonIsParked(),
            new NewerFieldsSurvive()));
    final SimulatedStore store = new SimulatedStore(this);
    final SimulatedTopic topic;
    final ConsumerGroup group;
    final SimulatedClients clients;
    final PartitionGrowth growth = new PartitionGrowth(this);
    final StoreRestores restores = new StoreRestores(this);
    final SimulatedRoster roster = new SimulatedRoster(this);
    final ParkedLetters letters = new ParkedLetters(this);
    final SimulatedSwitch relaySwitch = new SimulatedSwitch();

    SimulationOptions options;
    Instant now = Instant.parse("2026-11-01T00:00:00Z");
    long steps;
    long brokerAwayUntil;
    /** Epoch of the publisher's streams. */
    long epoch;
    /** Whether all instances are of the newer version. */
    boolean upgraded;

    World(long seed, SimulationOptions options) {
        this.random = new SeededRandom(seed);
        this.options = options;
        if (options.growth() == PartitionGrowth.UNDER_WAY) {
            effectsOnce.inAnyOrder();
        }
        this.topic = new SimulatedTopic(this, options.partitions());
        this.group = new ConsumerGroup(options.partitions());
        this.clients = new SimulatedClients(this);
    }

    /** Whether nothing is left to do: all events are sent and read. */
    boolean quiet() {
        return store.nothingPending() && topic.nothingUnderWay() && allRead();
    }

    boolean allRead() {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            if (group.committed(partition) < topic.partition(partition).size()) {
                return false;
            }
        }
        return true;
    }
}
