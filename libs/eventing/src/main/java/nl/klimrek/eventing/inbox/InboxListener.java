package nl.klimrek.eventing.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Key;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;

/** Gives what one poll brought to the handlers, in order; a failure names the record it is about. */
final class InboxListener implements BatchMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(InboxListener.class);

    private final EventHandlers handlers;
    private final CloudEventReader reader;

    InboxListener(EventHandlers handlers, CloudEventReader reader) {
        this.handlers = handlers;
        this.reader = reader;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        if (handlers.batch() == null) {
            oneByOne(records);
        } else {
            together(records);
        }
    }

    private void oneByOne(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<ConsumerRecord<byte[], byte[]>, ReceivedEvent> read = lookAhead(records);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                handle(record, read.remove(record));
            } catch (RuntimeException e) {
                throw new BatchListenerFailedException("a handler failed", e, record);
            }
        }
    }

    /**
     * The events of a poll, as far as they can be read; whatever is wrong with one is found when it is handled. What passes
     * is said of the first record, so that all of them wait as they came.
     */
    private Map<ConsumerRecord<byte[], byte[]>, ReceivedEvent> lookAhead(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<ConsumerRecord<byte[], byte[]>, ReceivedEvent> read = new IdentityHashMap<>();
        if (!handlers.looksAhead()) {
            return read;
        }
        List<ReceivedEvent> events = new ArrayList<>(records.size());
        try {
            for (ConsumerRecord<byte[], byte[]> given : records) {
                if (isEvent(given)) {
                    ReceivedEvent event = reader.read(given);
                    read.put(given, event);
                    events.add(event);
                }
            }
        } catch (RuntimeException unreadable) {
            LOG.debug("{} reads no further ahead: {}", handlers.group(), DeadLetterPublisher.code(unreadable));
        }
        try {
            handlers.lookAhead(events);
        } catch (RuntimeException e) {
            if (FailureKind.of(e) == FailureKind.PASSING) {
                throw new BatchListenerFailedException("a poll can not be taken now", e, records.get(0));
            }
            LOG.warn(
                    "{} could not take a poll together and takes its events one by one: {}",
                    handlers.group(),
                    DeadLetterPublisher.code(e));
        }
        return read;
    }

    /** Whether it is an event of ours that came for the first time, of a size that is read. */
    private boolean isEvent(ConsumerRecord<byte[], byte[]> given) {
        BoundedBytesDeserializer.check(given);
        return given.value() != null
                && handlers.raw(given.topic()) == null
                && !given.topic().equals(DeadLetterReplay.topicOf(handlers.group()));
    }

    private void handle(ConsumerRecord<byte[], byte[]> given, ReceivedEvent readAhead) {
        BoundedBytesDeserializer.check(given);
        ConsumerRecord<byte[], byte[]> record = original(given);
        if (handlers.raw(record.topic()) != null) {
            handlers.raw(record.topic()).accept(record);
        } else if (record.value() == null) {
            handlers.erased(record.topic(), key(record));
        } else {
            ReceivedEvent event = readAhead == null ? read(record, given) : readAhead;
            try (LogContext ignored = LogContext.of(event.meta())) {
                handlers.handle(event);
            }
        }
    }

    /** All that can be read up to the first that can not; that one is reported after the others had their effect. */
    private void together(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ReceivedEvent> events = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<byte[], byte[]> given = records.get(i);
            try {
                BoundedBytesDeserializer.check(given);
                ConsumerRecord<byte[], byte[]> record = original(given);
                if (record.value() == null) {
                    handlers.erased(record.topic(), key(record));
                } else {
                    events.add(read(record, given));
                }
            } catch (RuntimeException e) {
                take(events, records.subList(0, i));
                throw new BatchListenerFailedException("a record can not be read", e, given);
            }
        }
        take(events, records);
    }

    /**
     * What passes is said of the first record, so that all of them wait as they came. Anything else may be one record's
     * fault: by halves the one is found that fails alone, behind those before it that had their effect. Without a record
     * named, Spring would hold or park all of a poll.
     */
    private void take(List<ReceivedEvent> events, List<ConsumerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        try {
            handlers.batch().accept(events);
        } catch (RuntimeException e) {
            if (records.size() < 2 || FailureKind.of(e) == FailureKind.PASSING) {
                throw new BatchListenerFailedException("a handler failed", e, records.get(0));
            }
            together(records.subList(0, records.size() / 2));
            together(records.subList(records.size() / 2, records.size()));
        }
    }

    /** What is given again counts as coming from its own topic; only there is it known whose it must be. */
    private ConsumerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> given) {
        if (!given.topic().equals(DeadLetterReplay.topicOf(handlers.group()))) {
            return given;
        }
        return DeadLetterReplay.in(given.headers())
                .filter(replay -> handlers.topics().contains(replay.topic()))
                .orElseThrow(() -> new MalformedEventException("not-a-replay"))
                .restored(given);
    }

    private ReceivedEvent read(ConsumerRecord<byte[], byte[]> record, ConsumerRecord<byte[], byte[]> given) {
        ReceivedEvent event = reader.read(record);
        return record == given ? event : event.asReplayed();
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
