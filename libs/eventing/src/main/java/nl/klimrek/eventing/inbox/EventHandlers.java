package nl.klimrek.eventing.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The event handlers of one consumer group. Events can arrive again, so a handler must be idempotent: it writes its
 * effect and the marker of the event together, as an aggregate store does with {@code MessageContext.event(meta)}.
 *
 * <p>A transient failure is retried in order until it passes. After a permanent one the record goes to {@code
 * <topic>.<group>.dlt} and the next record follows.
 */
public final class EventHandlers {

    private final String group;
    private final Set<String> topics = new TreeSet<>();
    private final Map<Class<?>, List<BiConsumer<Record, EventMeta>>> byType = new HashMap<>();
    private final Map<String, Consumer<Key>> tombstones = new HashMap<>();
    private final Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> raw = new HashMap<>();
    private final EventCatalogue catalogue;
    private final List<Consumer<List<ReceivedEvent>>> preprocessors = new ArrayList<>();
    private @Nullable Consumer<List<ReceivedEvent>> batch;

    public EventHandlers(String group, EventCatalogue catalogue) {
        this.group = group;
        this.catalogue = catalogue;
    }

    /** Adds a handler for events of this type; it runs after earlier handlers of the same type. */
    public <T extends Record> EventHandlers on(Class<T> type, BiConsumer<T, EventMeta> handler) {
        topics.add(catalogue.topicOf(type));
        byType.computeIfAbsent(type, t -> new ArrayList<>()).add((data, meta) -> handler.accept(type.cast(data), meta));
        return this;
    }

    /** Adds a handler for deleted keys of a compacted topic. */
    public EventHandlers onTombstone(String topic, Consumer<Key> handler) {
        topics.add(topic);
        tombstones.put(topic, handler);
        return this;
    }

    /** Adds a handler for the unparsed records of a topic that other systems write. */
    public EventHandlers onRaw(String topic, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        topics.add(topic);
        raw.put(topic, handler);
        return this;
    }

    /**
     * Adds a preprocessor that sees the readable events of a poll before the first is handled, to do work in bulk.
     * It is an optimisation: handlers must give the same result without it. Replayed events are left out, and an
     * event may be handled much later, or parked.
     */
    public EventHandlers preprocess(Consumer<List<ReceivedEvent>> preprocessor) {
        preprocessors.add(preprocessor);
        return this;
    }

    /** Handles all events of these topics in batches, in order. Replaces the handlers by type. */
    public EventHandlers onBatch(List<String> batchTopics, Consumer<List<ReceivedEvent>> handler) {
        topics.addAll(batchTopics);
        batch = handler;
        return this;
    }

    public String group() {
        return group;
    }

    public Set<String> topics() {
        return Set.copyOf(topics);
    }

    /** Whether an event of this type on its own topic has no effect here; false for a type that this version does not know. */
    boolean ignores(String topic, String type) {
        return batch == null
                && !raw.containsKey(topic)
                && catalogue
                        .classOf(type)
                        .filter(known -> !byType.containsKey(known))
                        .filter(known -> topic.equals(catalogue.topicOf(known)))
                        .isPresent();
    }

    /** Whether records are handled in the order of their partition: those that other systems write, and replays. */
    boolean isOrderedByPartition(ConsumerRecord<byte[], byte[]> record) {
        return raw.containsKey(record.topic()) || record.topic().equals(DeadLetterReplay.retryTopic(group));
    }

    boolean isEmpty() {
        return topics.isEmpty();
    }

    boolean hasPreprocessors() {
        return !preprocessors.isEmpty();
    }

    void runPreprocessors(List<ReceivedEvent> events) {
        preprocessors.forEach(preprocessor -> preprocessor.accept(events));
    }

    @Nullable
    Consumer<List<ReceivedEvent>> batch() {
        return batch;
    }

    @Nullable
    Consumer<ConsumerRecord<byte[], byte[]>> raw(String topic) {
        return raw.get(topic);
    }

    void tombstone(String topic, Key key) {
        Consumer<Key> handler = tombstones.get(topic);
        if (handler != null) {
            handler.accept(key);
        }
    }

    /** Returns false if there is no handler for the type. */
    boolean handle(ReceivedEvent event) {
        List<BiConsumer<Record, EventMeta>> handlers =
                event.data().map(data -> byType.get(data.getClass())).orElse(null);
        if (handlers == null) {
            return false;
        }
        handlers.forEach(handler -> handler.accept(event.data().get(), event.meta()));
        return true;
    }
}
