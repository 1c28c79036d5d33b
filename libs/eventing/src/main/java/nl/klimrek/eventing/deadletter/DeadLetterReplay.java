package nl.klimrek.eventing.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * A dead letter that is replayed to the group that parked it. The original key, bytes and headers go to a topic
 * that only this group reads, with this record as a header. The group handles it as if it came from its original
 * position.
 *
 * @param letter id of the dead letter
 * @param attempt number of the replay, from 1
 * @param topic original topic
 * @param partition original partition
 * @param offset original offset
 * @param timestamp original timestamp, in milliseconds
 */
public record DeadLetterReplay(String letter, int attempt, String topic, int partition, long offset, long timestamp) {

    private static final String HEADER = "klimrek-replay";
    private static final String PARKING = "kafka_dlt-";
    private static final Set<String> REPLAY_HEADERS = Set.of(HEADER, DeadLetterPublisher.REASON);
    private static final Pattern FORM = Pattern.compile(
            "([A-Za-z0-9-]{1,100}):([0-9]{1,9}):([A-Za-z0-9._-]{1,200}):([0-9]{1,9}):([0-9]{1,18}):(-?[0-9]{1,18})");

    /** The topic on which a group receives its replayed records. */
    public static String retryTopic(String group) {
        return "klimrek." + group + ".retry";
    }

    /** Creates the record to send from the parked one. */
    public ProducerRecord<byte[], byte[]> toRecord(ConsumerRecord<byte[], byte[]> parked, String group) {
        Headers headers = originalHeaders(parked.headers());
        String value = String.join(
                ":",
                letter,
                Integer.toString(attempt),
                topic,
                Integer.toString(partition),
                Long.toString(offset),
                Long.toString(timestamp));
        headers.add(HEADER, value.getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(retryTopic(group), null, parked.key(), parked.value(), headers);
    }

    /** Reads the replay header; empty if it is absent or malformed. */
    public static Optional<DeadLetterReplay> parse(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        Matcher matcher = FORM.matcher(header == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        return matcher.matches()
                ? Optional.of(new DeadLetterReplay(
                        matcher.group(1),
                        Integer.parseInt(matcher.group(2)),
                        matcher.group(3),
                        Integer.parseInt(matcher.group(4)),
                        Long.parseLong(matcher.group(5)),
                        Long.parseLong(matcher.group(6))))
                : Optional.empty();
    }

    /** The record as it was on its original topic. */
    public ConsumerRecord<byte[], byte[]> restored(ConsumerRecord<byte[], byte[]> received) {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                received.serializedKeySize(),
                received.serializedValueSize(),
                received.key(),
                received.value(),
                originalHeaders(received.headers()),
                Optional.empty());
    }

    /** The headers of a record before it was parked. */
    public static Headers originalHeaders(Headers headers) {
        RecordHeaders original = new RecordHeaders();
        for (Header header : headers) {
            if (!header.key().startsWith(PARKING) && !REPLAY_HEADERS.contains(header.key())) {
                original.add(header);
            }
        }
        return original;
    }
}
