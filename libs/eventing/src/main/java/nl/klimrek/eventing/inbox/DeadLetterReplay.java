package nl.klimrek.eventing.inbox;

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
 * A record that was parked and is given again, to the one group that parked it: original key, bytes and headers, on a
 * topic that only this group reads, with this as a header. The group takes it as if it came from its own place.
 *
 * @param letter id of the dead letter it was
 * @param attempt how often it was given again, this time included
 * @param topic topic it came from first
 * @param partition its partition there
 * @param offset its offset there
 * @param timestamp its timestamp there, in milliseconds
 */
public record DeadLetterReplay(String letter, int attempt, String topic, int partition, long offset, long timestamp) {

    private static final String HEADER = "klimrek-replay";
    private static final String PARKING = "kafka_dlt-";
    private static final Set<String> REPLAY_HEADERS = Set.of(HEADER, DeadLetterPublisher.REASON);
    private static final Pattern FORM = Pattern.compile(
            "([A-Za-z0-9-]{1,100}):([0-9]{1,9}):([A-Za-z0-9._-]{1,200}):([0-9]{1,9}):([0-9]{1,18}):(-?[0-9]{1,18})");

    /** The topic on which a group is given again what it parked. */
    public static String retryTopic(String group) {
        return "klimrek." + group + ".retry";
    }

    /** The record to send, made of the one that lies parked. */
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

    /** What a record says about being given again; empty when it does not, or not readably. */
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

    /** The record as it came from its own topic. */
    ConsumerRecord<byte[], byte[]> restored(ConsumerRecord<byte[], byte[]> received) {
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

    /** The headers that a record had before it was parked. */
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
