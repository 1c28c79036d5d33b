package nl.klimrek.admin.restore;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import nl.klimrek.admin.broker.GroupOffsets;
import nl.klimrek.admin.platform.Connection;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a service published after the moment of a backup. The restored store does not know these steps, and other services do.
 *
 * @param byType number of events of each type
 * @param streams aggregates that the events are about, as organisation/subject
 * @param highestEpoch highest epoch among them; each epoch that the backup does not know began after it was taken
 * @param introduced ids of the people whom they introduce
 */
record PublishedSince(
        Map<String, Integer> byType, Set<String> streams, long highestEpoch, IntroducedPeople introduced) {

    /** Allowed difference between the clocks of services, broker and store. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PROGRESS_EVERY = 100_000;

    /** Reads the topics from the moment to their present end. */
    static PublishedSince read(
            Connection connection, Admin broker, Collection<String> topics, Instant moment, Consumer<String> progress)
            throws ExecutionException, InterruptedException {
        GroupOffsets offsets = new GroupOffsets(broker);
        Map<TopicPartition, Long> begin = offsets.at(topics, moment.minus(CLOCK_SKEW));
        Map<TopicPartition, Long> end = new HashMap<>(offsets.offsets(topics, OffsetSpec.latest()));
        end.entrySet().removeIf(each -> begin.getOrDefault(each.getKey(), 0L) >= each.getValue());
        Map<String, Integer> byType = new TreeMap<>();
        Set<String> streams = new TreeSet<>();
        IntroducedPeople introduced = new IntroducedPeople();
        long epoch = 0;
        long read = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                connection.broker(Map.of("enable.auto.commit", false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(end.keySet());
            end.keySet().forEach(partition -> consumer.seek(partition, begin.getOrDefault(partition, 0L)));
            while (end.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    epoch = Math.max(epoch, Long.parseLong(header(record, "ce_epoch", "0")));
                    if (record.timestamp() > moment.toEpochMilli()) {
                        byType.merge(header(record, "ce_type", "unknown"), 1, Integer::sum);
                        streams.add(header(record, "ce_organisation", "") + "/" + header(record, "ce_subject", ""));
                    }
                    introduced.note(
                            header(record, "ce_type", ""),
                            header(record, "ce_organisation", ""),
                            header(record, "ce_subject", ""),
                            header(record, "ce_causationid", ""));
                    if (++read % PROGRESS_EVERY == 0) {
                        progress.accept("read " + read + " events that were published since the backup");
                    }
                }
            }
        }
        return new PublishedSince(byType, streams, epoch, introduced);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name, String otherwise) {
        Header header = record.headers().lastHeader(name);
        return header == null ? otherwise : new String(header.value(), StandardCharsets.UTF_8);
    }

    int events() {
        return byType.values().stream().mapToInt(Integer::intValue).sum();
    }
}
