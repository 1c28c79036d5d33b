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
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What one consumer group does with which events. A handler must make its effect and the marker of the event one write
 * (an aggregate store given {@code MessageContext.event(meta)} does), because every event can arrive again.
 *
 * <p>A handler that throws is asked again, in order, until it succeeds, unless what it threw can not pass; then the
 * record goes to {@code <topic>.<group>.dlt} and the rest goes on.
 */
public final class EventHandlers {

    private final String group;
    private final Set<String> topics = new TreeSet<>();
    private final Map<Class<?>, List<BiConsumer<Record, EventMeta>>> byType = new HashMap<>();
    private final Map<String, Consumer<Key>> tombstones = new HashMap<>();
    private final Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> raw = new HashMap<>();
    private final EventCatalogue catalogue;
    private final List<Consumer<List<ReceivedEvent>>> preprocessors = new ArrayList<>();
    private Consumer<List<ReceivedEvent>> batch;

    /** Handlers of this consumer group. */
    public EventHandlers(String group, EventCatalogue catalogue) {
        this.group = group;
        this.catalogue = catalogue;
    }

    /** Calls the handler for each event of this type, after earlier handlers of the same type. */
    public <T extends Record> EventHandlers on(Class<T> type, BiConsumer<T, EventMeta> handler) {
        topics.add(catalogue.topicOf(type));
        byType.computeIfAbsent(type, t -> new ArrayList<>()).add((data, meta) -> handler.accept(type.cast(data), meta));
        return this;
    }

    /** Calls the handler for each key of a compacted topic that was emptied. */
    public EventHandlers onTombstone(String topic, Consumer<Key> handler) {
        topics.add(topic);
        tombstones.put(topic, handler);
        return this;
    }

    /** Hands over every record of a topic that others write, unread. */
    public EventHandlers onRaw(String topic, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        topics.add(topic);
        raw.put(topic, handler);
        return this;
    }

    /**
     * Shows the events of each poll before the first of them is handled, for work that costs less together. The handlers of
     * each event must come to the same without it: a poll is shown only as far as it can be read, never what is replayed,
     * and some of what was shown may be handled much later, or parked.
     */
    public EventHandlers preprocess(Consumer<List<ReceivedEvent>> preprocessor) {
        preprocessors.add(preprocessor);
        return this;
    }

    /** Hands over everything of these topics as it comes, many at once, in order. Replaces the handlers by type. */
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

    boolean isEmpty() {
        return topics.isEmpty();
    }

    boolean hasPreprocessors() {
        return !preprocessors.isEmpty();
    }

    void runPreprocessors(List<ReceivedEvent> events) {
        preprocessors.forEach(preprocessor -> preprocessor.accept(events));
    }

    Consumer<List<ReceivedEvent>> batch() {
        return batch;
    }

    Consumer<ConsumerRecord<byte[], byte[]>> raw(String topic) {
        return raw.get(topic);
    }

    void tombstone(String topic, Key key) {
        Consumer<Key> handler = tombstones.get(topic);
        if (handler != null) {
            handler.accept(key);
        }
    }

    /** Whether there was a handler for it. */
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
