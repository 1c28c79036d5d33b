package nl.klimrek.eventing.simulation;

import java.time.Instant;
import java.util.List;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.SimulatedOutboxStore;
import org.bson.Document;

/** The documents with outboxes as one process reaches them. */
record FaultyOutboxDocuments(World world, ServiceInstance instance) implements SimulatedOutboxStore.Documents {

    @Override
    public Document find(OutboxRef ref) {
        return instance.call(Port.CLAIM, () -> world.store.find(ref.collection(), ref.id()));
    }

    @Override
    public void lease(OutboxRef ref, String field, Document lease) {
        instance.call(Port.LEASE, () -> {
            Document leased = world.store.find(ref.collection(), ref.id());
            Document before = leased == null ? null : leased.get(field, Document.class);
            if (before != null && !before.getString("owner").equals(lease.getString("owner"))) {
                world.coverage.happened(Fault.LEASE_TAKEN_OVER);
            }
            world.store.set(ref.collection(), ref.id(), field, lease);
            return null;
        });
    }

    @Override
    public void pull(OutboxRef ref, List<String> events) {
        instance.call(Port.DELETE, () -> {
            world.store.pull(ref.collection(), ref.id(), events);
            return null;
        });
    }

    @Override
    public List<Document> findPending(Instant since, Instant before, Instant after) {
        return instance.call(
                Port.FIND_PENDING,
                () -> world.store.findPending(SimulatedOutboxStore.COLLECTION, since, before, after));
    }
}
