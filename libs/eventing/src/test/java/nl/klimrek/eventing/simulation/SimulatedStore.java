package nl.klimrek.eventing.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bson.Document;

/** Documents by collection and id. What is handed out and taken in is a copy, as over a wire. */
final class SimulatedStore {

    private final World world;
    private final Map<String, Map<String, Document>> collections = new LinkedHashMap<>();

    SimulatedStore(World world) {
        this.world = world;
    }

    Map<String, Document> collection(String name) {
        return collections.computeIfAbsent(name, n -> new LinkedHashMap<>());
    }

    Document find(String collection, String id) {
        Document found = collection(collection).get(id);
        return found == null ? null : copy(found);
    }

    boolean insert(String collection, Document document) {
        Document stored = copy(document);
        if (collection(collection).putIfAbsent(stored.getString("_id"), stored) != null) {
            return false;
        }
        world.guarantees.stored(collection, stored);
        return true;
    }

    Document update(String collection, String id, long version, Document set, List<Document> entries) {
        Document stored = collection(collection).get(id);
        if (stored == null || stored.getLong("version") != version) {
            return null;
        }
        stored.putAll(copy(set));
        stored.put("version", version + 1);
        if (!entries.isEmpty()) {
            List<Document> outbox = new ArrayList<>(stored.getList("outbox", Document.class, List.of()));
            entries.forEach(entry -> outbox.add(copy(entry)));
            stored.put("outbox", outbox);
        }
        world.guarantees.stored(collection, stored);
        return copy(stored);
    }

    void set(String collection, String id, String field, Object value) {
        collection(collection).get(id).put(field, value);
    }

    void pull(String collection, String id, List<String> events) {
        Document stored = collection(collection).get(id);
        List<Document> outbox = new ArrayList<>(stored.getList("outbox", Document.class, List.of()));
        outbox.removeIf(entry -> events.contains(entry.getString("id")));
        stored.put("outbox", outbox);
        events.forEach(world.guarantees::removed);
    }

    List<String> waiting(String collection, Instant before, Instant after) {
        List<String> found = new ArrayList<>();
        collection(collection).forEach((id, document) -> {
            if (document.getList("outbox", Document.class, List.of()).stream()
                    .map(entry -> entry.getDate("time").toInstant())
                    .anyMatch(time -> time.isBefore(before) || time.isAfter(after))) {
                found.add(id);
            }
        });
        return found;
    }

    private static Document copy(Document document) {
        Document copy = new Document();
        document.forEach((name, value) -> copy.put(name, copied(value)));
        return copy;
    }

    private static Object copied(Object value) {
        if (value instanceof Document document) {
            return copy(document);
        }
        if (value instanceof List<?> list) {
            List<Object> copies = new ArrayList<>(list.size());
            list.forEach(item -> copies.add(copied(item)));
            return copies;
        }
        return value;
    }
}
