package nl.klimrek.eventing.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.marker.CommandKeyFixture;
import nl.klimrek.eventing.outbox.SimulatedOutboxStore;
import nl.klimrek.eventing.simulation.guarantees.Observation;
import org.bson.Document;

/** Documents by collection and id. Callers get and give copies, as over a wire; list elements never change. */
final class SimulatedStore {

    /** Collection of the readers' effects. */
    static final String EFFECTS = "effects";

    private final World world;
    private final Map<String, Map<String, Document>> collections = new LinkedHashMap<>();
    private final Replication replication;

    SimulatedStore(World world) {
        this.world = world;
        this.replication = new Replication(world);
    }

    Document find(String collection, String id) {
        if (replication.hiddenFromReaders(collection, id).isPresent()) {
            world.coverage.happened(Fault.READ_BEHIND_THE_PRIMARY);
            if (world.random.half()) {
                replication.replicate();
            }
        }
        Optional<Replication.Write> hidden = replication.hiddenFromReaders(collection, id);
        Document found = hidden.isPresent()
                ? hidden.get().before()
                : collection(collection).get(id);
        return found == null ? null : copy(found);
    }

    /** The caller of a write got its answer. */
    void answered() {
        replication.answered();
    }

    /** All writes are on a majority: none disappears any more. */
    void replicate() {
        replication.replicate();
    }

    /** Another member becomes primary. */
    void election() {
        replication.election().forEach(lost -> {
            if (lost.before() == null) {
                collection(lost.collection()).remove(lost.id());
            } else {
                collection(lost.collection()).put(lost.id(), lost.before());
            }
        });
    }

    boolean insert(String collection, Document document) {
        Document stored = copy(document);
        if (collection(collection).putIfAbsent(stored.getString("_id"), stored) != null) {
            world.coverage.happened(Fault.LOST_THE_RACE);
            return false;
        }
        replication.written(new Replication.Write(
                collection, stored.getString("_id"), null, stored(collection, new Document(), stored)));
        return true;
    }

    Document update(String collection, Document decidedOn, Document set, List<Document> entries) {
        String id = decidedOn.getString("_id");
        long version = decidedOn.getLong("version");
        Document stored = collection(collection).get(id);
        if (stored == null
                || stored.getLong("version") != version
                || !Objects.equals(stored.get("stamp"), decidedOn.get("stamp"))) {
            world.coverage.happened(Fault.LOST_THE_RACE);
            return null;
        }
        Document before = copy(stored);
        stored.putAll(copy(set));
        stored.put("version", version + 1);
        if (!entries.isEmpty()) {
            List<Document> outbox = new ArrayList<>(outbox(stored));
            outbox.addAll(entries);
            stored.put("outbox", outbox);
        }
        replication.written(new Replication.Write(collection, id, before, stored(collection, before, stored)));
        return copy(stored);
    }

    void set(String collection, String id, String field, Object value) {
        Document stored = collection(collection).get(id);
        if (stored == null) {
            return;
        }
        replication.written(new Replication.Write(collection, id, copy(stored), List.of()));
        stored.put(field, value);
    }

    void pull(String collection, String id, List<String> events) {
        Document stored = collection(collection).get(id);
        if (stored == null) {
            return;
        }
        Document before = copy(stored);
        List<Document> outbox = new ArrayList<>(outbox(stored));
        List<Document> pulled = outbox.stream()
                .filter(entry -> events.contains(entry.getString("id")))
                .toList();
        outbox.removeAll(pulled);
        stored.put("outbox", outbox);
        List<Observation> removed = pulled.stream()
                .map(entry ->
                        (Observation) new Observation.Removed(Key.parse(id).id(), sequence(entry)))
                .toList();
        replication.written(new Replication.Write(collection, id, before, removed));
    }

    /** A copy of all documents of a collection. */
    Map<String, Document> copyOf(String collection) {
        Map<String, Document> copies = new LinkedHashMap<>();
        collection(collection).forEach((id, document) -> copies.put(id, copy(document)));
        return copies;
    }

    /** Puts these documents in the place of all documents of a collection. */
    void replace(String collection, Map<String, Document> documents) {
        collection(collection).clear();
        documents.forEach((id, document) -> collection(collection).put(id, copy(document)));
    }

    List<Document> findPending(String collection, Instant since, Instant before, Instant after) {
        return List.copyOf(collection(collection).keySet()).stream()
                .map(id -> find(collection, id))
                .filter(Objects::nonNull)
                .filter(document -> outbox(document).stream()
                        .map(entry -> entry.getDate("time").toInstant())
                        .anyMatch(time -> since == null
                                ? time.isBefore(before) || time.isAfter(after)
                                : time.isBefore(before) && !time.isBefore(since)))
                .toList();
    }

    boolean nothingPending() {
        return collections.values().stream()
                .flatMap(documents -> documents.values().stream())
                .allMatch(d -> outbox(d).isEmpty());
    }

    /** The value of each subject in this collection. */
    Map<String, Long> values(String collection) {
        Map<String, Long> values = new HashMap<>();
        collection(collection)
                .forEach((id, document) -> values.put(Key.parse(id).id(), value(document)));
        return values;
    }

    /** Observations of this write. */
    private static List<Observation> stored(String collection, Document before, Document document) {
        String subject = Key.parse(document.getString("_id")).id();
        List<Observation> seen = new ArrayList<>();
        seen.add(new Observation.Stored(
                collection,
                subject,
                document.getLong("version"),
                value(document),
                outbox(document).stream().map(SimulatedStore::sequence).toList(),
                CommandKeyFixture.newest(document),
                number(document.get("state", Document.class).get("newer")),
                number(document.get("schema"))));
        if (collection.equals(EFFECTS)) {
            seen.add(new Observation.Effect(subject, applied(before, document), value(document)));
        }
        return seen;
    }

    /** The event that was applied: its stream's highest number rose. The highest of all if none did. */
    private static long applied(Document before, Document document) {
        Document known = before.get("seen", new Document());
        Document now = document.get("seen", new Document());
        return now.keySet().stream()
                .filter(stream -> !now.get(stream).equals(known.get(stream)))
                .findFirst()
                .map(stream -> number(stream, now))
                .orElseGet(() -> now.keySet().stream()
                        .mapToLong(stream -> number(stream, now))
                        .max()
                        .orElse(0));
    }

    private static long number(String stream, Document numbers) {
        int epoch = stream.indexOf('@');
        return number(numbers.get(stream))
                + (epoch < 0
                        ? 0
                        : SimulatedOutboxStore.NUMBERS_PER_EPOCH * Long.parseLong(stream.substring(epoch + 1)));
    }

    private static long number(Object stored) {
        return stored == null ? 0 : ((Number) stored).longValue();
    }

    private Map<String, Document> collection(String name) {
        return collections.computeIfAbsent(name, n -> new LinkedHashMap<>());
    }

    private static List<Document> outbox(Document document) {
        return document.getList("outbox", Document.class, List.of());
    }

    private static long value(Document document) {
        return ((Number) document.get("state", Document.class).get("value")).longValue();
    }

    private static long sequence(Document entry) {
        return SimulatedOutboxStore.sequence(entry);
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
            return new ArrayList<>(list);
        }
        return value;
    }
}
