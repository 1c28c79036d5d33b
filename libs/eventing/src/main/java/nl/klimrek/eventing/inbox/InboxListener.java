package nl.klimrek.eventing.inbox;

import io.micrometer.observation.ObservationRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.cloudevent.BoundedBytesDeserializer;
import nl.klimrek.eventing.cloudevent.CloudEventReader;
import nl.klimrek.eventing.cloudevent.MalformedEventException;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.eventing.deadletter.DeadLetterPublisher;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import nl.klimrek.eventing.deadletter.FailureKind;
import nl.klimrek.eventing.deadletter.ReplayGate;
import nl.klimrek.eventing.lane.PartitionBatches;
import nl.klimrek.eventing.lane.PollScope;
import nl.klimrek.eventing.lane.RecordLanes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;

/** Passes the records of a poll to the handlers, in order per key. A failure names its record. */
final class InboxListener implements BatchMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(InboxListener.class);

    private static final String TYPE_HEADER = "ce_type";

    private final EventHandlers handlers;
    private final CloudEventReader reader;
    private final EventObservation observation;
    private final RecordLanes lanes;
    private final ReplayGate replays;

    /** Handles all records in the order of the poll. */
    InboxListener(EventHandlers handlers, CloudEventReader reader, ReplayGate replays) {
        this(
                handlers,
                reader,
                ObservationRegistry.NOOP,
                new RecordLanes(null, handlers::isOrderedByPartition, () -> false),
                replays);
    }

    InboxListener(
            EventHandlers handlers,
            CloudEventReader reader,
            ObservationRegistry observations,
            RecordLanes lanes,
            ReplayGate replays) {
        this.handlers = handlers;
        this.reader = reader;
        this.lanes = lanes;
        this.replays = replays;
        this.observation = new EventObservation(observations, handlers.group());
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        if (handlers.batch() == null) {
            handleEach(records);
        } else {
            handleBatch(records);
        }
    }

    private void handleEach(List<ConsumerRecord<byte[], byte[]>> records) {
        PollScope.begin();
        Map<ConsumerRecord<byte[], byte[]>, ReceivedEvent> read = preprocess(records);
        lanes.handle(records, record -> handle(record, read.get(record)));
    }

    /**
     * The events of a poll, as far as they can be read. Whatever is wrong with one is found when it is handled, also an
     * engine that is away: a failure here is of no record, and would hold those of all partitions.
     */
    private Map<ConsumerRecord<byte[], byte[]>, ReceivedEvent> preprocess(
            List<ConsumerRecord<byte[], byte[]>> records) {
        Map<ConsumerRecord<byte[], byte[]>, ReceivedEvent> read = new IdentityHashMap<>();
        if (!handlers.hasPreprocessors()) {
            return read;
        }
        List<ReceivedEvent> events = new ArrayList<>(records.size());
        try {
            for (ConsumerRecord<byte[], byte[]> received : records) {
                if (isEvent(received)) {
                    ReceivedEvent event = reader.read(received);
                    read.put(received, event);
                    events.add(event);
                }
            }
        } catch (RuntimeException unreadable) {
            LOG.debug(
                    "{} stops preprocessing at an unreadable record: {}",
                    handlers.group(),
                    DeadLetterPublisher.reasonCode(unreadable));
        }
        try {
            handlers.runPreprocessors(events);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} could not preprocess a poll and handles its events one by one: {}",
                    handlers.group(),
                    DeadLetterPublisher.reasonCode(e));
        }
        return read;
    }

    /**
     * Whether its header says that no handler needs it. It is then passed over without being read: whatever else is wrong with
     * it, the groups that need it find out.
     */
    private boolean isIgnored(ConsumerRecord<byte[], byte[]> record) {
        Iterator<Header> types = record.headers().headers(TYPE_HEADER).iterator();
        if (!types.hasNext()) {
            return false;
        }
        byte[] type = types.next().value();
        return type != null
                && !types.hasNext()
                && handlers.ignores(record.topic(), new String(type, StandardCharsets.UTF_8));
    }

    /** Whether it is an event, not a replay, of a size that is parsed. */
    private boolean isEvent(ConsumerRecord<byte[], byte[]> received) {
        BoundedBytesDeserializer.requireBounded(received);
        return received.value() != null
                && handlers.raw(received.topic()) == null
                && !isIgnored(received)
                && !received.topic().equals(DeadLetterReplay.retryTopic(handlers.group()));
    }

    private void handle(ConsumerRecord<byte[], byte[]> received, @Nullable ReceivedEvent alreadyRead) {
        BoundedBytesDeserializer.requireBounded(received);
        ConsumerRecord<byte[], byte[]> record = original(received);
        if (handlers.raw(record.topic()) != null) {
            Objects.requireNonNull(handlers.raw(record.topic())).accept(record);
        } else if (record.value() == null) {
            handlers.tombstone(record.topic(), key(record));
        } else if (alreadyRead != null || !isIgnored(record)) {
            ReceivedEvent event = alreadyRead == null ? read(record, received) : alreadyRead;
            if (event.data().isEmpty()) {
                // A newer producer's type. Parked, it can be replayed after this service is upgraded.
                throw new MalformedEventException("unknown-type");
            }
            observation.observe(event.meta(), () -> handlers.handle(event));
        }
    }

    /** Handles all records before the first unreadable one, then reports that one. */
    private void handleBatch(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ReceivedEvent> events = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<byte[], byte[]> received = records.get(i);
            try {
                BoundedBytesDeserializer.requireBounded(received);
                ConsumerRecord<byte[], byte[]> record = original(received);
                if (record.value() == null) {
                    handlers.tombstone(record.topic(), key(record));
                } else {
                    events.add(read(record, received));
                }
            } catch (RuntimeException e) {
                deliverBatch(events, records.subList(0, i));
                throw new BatchListenerFailedException("a record cannot be read", e, received);
            }
        }
        deliverBatch(events, records);
    }

    /**
     * A transient failure is reported for the first record of its partition, so that all of it are retried. Any other may be
     * the fault of one record: halving the batch finds it. Without a named record, Spring would hold or park the whole poll.
     */
    private void deliverBatch(List<ReceivedEvent> events, List<ConsumerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        try {
            Objects.requireNonNull(handlers.batch()).accept(events);
        } catch (RuntimeException e) {
            boolean isTransient = FailureKind.of(e) == FailureKind.TRANSIENT;
            PartitionBatches partitions = new PartitionBatches(records);
            if (isTransient && partitions.areSeveral()) {
                partitions.handle(this::handleBatch);
                return;
            }
            if (records.size() < 2 || isTransient) {
                throw new BatchListenerFailedException("a handler failed", e, records.get(0));
            }
            handleBatch(records.subList(0, records.size() / 2));
            handleBatch(records.subList(records.size() / 2, records.size()));
        }
    }

    /**
     * Restores a replayed record to its own topic, which determines its expected source.
     *
     * @throws RefusedException if the group has not read past its original place, so that it is parked again
     */
    private ConsumerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> received) {
        if (!received.topic().equals(DeadLetterReplay.retryTopic(handlers.group()))) {
            return received;
        }
        DeadLetterReplay replay = DeadLetterReplay.parse(received.headers())
                .filter(found -> handlers.topics().contains(found.topic()))
                .orElseThrow(() -> new MalformedEventException("not-a-replay"));
        if (!replays.isOpenFor(replay)) {
            throw new RefusedException(Refusal.of("too-early"));
        }
        return replay.restored(received);
    }

    private ReceivedEvent read(ConsumerRecord<byte[], byte[]> record, ConsumerRecord<byte[], byte[]> received) {
        ReceivedEvent event = reader.read(record);
        return record == received ? event : event.asReplayed();
    }

    private static Key key(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            throw new MalformedEventException("no-key");
        }
        try {
            return Key.parse(new String(record.key(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("not-a-key", e);
        }
    }
}
