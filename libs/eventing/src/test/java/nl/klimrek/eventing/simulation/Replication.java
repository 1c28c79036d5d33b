package nl.klimrek.eventing.simulation;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.mongo.MajorityConcern;
import nl.klimrek.eventing.simulation.guarantees.Observation;
import org.bson.Document;

/**
 * Writes of a primary that its secondaries do not have yet. An election takes them back. The services' own settings decide
 * what a caller may rely on: with majority writes an answer means that the write stays, and with majority reads nobody sees
 * a write that can still disappear.
 */
final class Replication {

    private final World world;
    private final boolean majorityWrites;
    private final boolean majorityReads;
    private final List<Write> pending = new ArrayList<>();

    Replication(World world) {
        this.world = world;
        MongoClientSettings.Builder settings = MongoClientSettings.builder();
        new MajorityConcern().customize(settings);
        MongoClientSettings built = settings.build();
        this.majorityWrites = WriteConcern.MAJORITY
                .getWObject()
                .equals(built.getWriteConcern().getWObject());
        this.majorityReads = built.getReadConcern().equals(ReadConcern.MAJORITY);
    }

    /**
     * A write on the primary.
     *
     * @param before the document before it; null if it did not exist
     * @param seen what an observer sees once the write can no longer disappear
     */
    record Write(String collection, String id, Document before, List<Observation> seen) {}

    void written(Write write) {
        pending.add(write);
    }

    /** The caller of a write gets its answer. */
    void answered() {
        if (majorityWrites) {
            replicate();
        }
    }

    /** The secondaries catch up: nothing of what was written disappears any more. */
    void replicate() {
        List<Write> replicated = List.copyOf(pending);
        pending.clear();
        replicated.forEach(write -> write.seen().forEach(world.history::add));
    }

    /** The oldest write of this document that a reader must not see yet. */
    Optional<Write> hiddenFromReaders(String collection, String id) {
        if (pending.isEmpty() || !majorityReads) {
            return Optional.empty();
        }
        return pending.stream()
                .filter(write ->
                        write.collection().equals(collection) && write.id().equals(id))
                .findFirst();
    }

    /** Another member becomes primary. Returns the writes that it does not have, newest first. */
    List<Write> election() {
        world.coverage.happened(Fault.ELECTION);
        List<Write> lost = new ArrayList<>(pending);
        Collections.reverse(lost);
        pending.clear();
        if (!lost.isEmpty()) {
            world.coverage.happened(Fault.WRITE_TAKEN_BACK);
        }
        return lost;
    }
}
