package nl.klimrek.eventing.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.klimrek.eventing.aggregate.DocumentStore;
import org.bson.Document;

/** One collection as one process reaches it. */
record FaultyDocumentStore(World world, ServiceInstance instance, String name) implements DocumentStore {

    @Override
    public Document find(String id) {
        return instance.call(Port.FIND, () -> world.store.find(name, id));
    }

    @Override
    public List<Document> findAll(List<String> ids) {
        return ids.stream().map(this::find).filter(Objects::nonNull).toList();
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return List.of();
    }

    @Override
    public List<String> due(Instant now, Integer part, String after, int limit) {
        return List.of();
    }

    @Override
    public boolean insert(Document document) {
        return instance.call(Port.INSERT, () -> world.store.insert(name, document));
    }

    @Override
    public Document update(Document before, Document set, List<Document> entries) {
        return instance.call(Port.UPDATE, () -> world.store.update(name, before, set, entries));
    }
}
