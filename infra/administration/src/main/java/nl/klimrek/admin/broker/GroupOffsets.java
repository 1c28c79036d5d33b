package nl.klimrek.admin.broker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Committed positions of consumer groups beside what the topics hold. */
public final class GroupOffsets {

    private final Admin admin;

    public GroupOffsets(Admin admin) {
        this.admin = admin;
    }

    /**
     * How far a group is in one topic.
     *
     * @param lag records that are there and not processed
     * @param lost records that retention deleted before the group processed them
     */
    public record Position(String group, String topic, long lag, long lost) {}

    /** The group's position in each of these topics that exists. */
    public List<Position> positions(String group, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> first = offsets(topics, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(topics, OffsetSpec.latest());
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<String, long[]> sums = new TreeMap<>();
        ends.forEach((partition, end) -> {
            long start = first.getOrDefault(partition, 0L);
            OffsetAndMetadata at = committed.get(partition);
            long position = at == null ? start : at.offset();
            long[] sum = sums.computeIfAbsent(partition.topic(), topic -> new long[2]);
            sum[0] += Math.max(0, end - Math.max(position, start));
            sum[1] += Math.max(0, start - position);
        });
        List<Position> positions = new ArrayList<>();
        sums.forEach((topic, sum) -> positions.add(new Position(group, topic, sum[0], sum[1])));
        return positions;
    }

    /** For each partition the offset of the first record at or after a moment, or the end. */
    public Map<TopicPartition, Long> at(Collection<String> topics, Instant moment)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = offsets(topics, OffsetSpec.latest());
        Map<TopicPartition, Long> found = new HashMap<>();
        offsets(topics, OffsetSpec.forTimestamp(moment.toEpochMilli()))
                .forEach((partition, offset) ->
                        found.put(partition, offset < 0 ? ends.getOrDefault(partition, 0L) : offset));
        return found;
    }

    /** Sets the group's positions. @throws ExecutionException if the group has members, for example a running service */
    public void move(String group, Map<TopicPartition, Long> positions)
            throws ExecutionException, InterruptedException {
        admin.alterConsumerGroupOffsets(
                        group,
                        positions.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, each -> new OffsetAndMetadata(each.getValue()))))
                .all()
                .get();
    }

    public Map<TopicPartition, Long> offsets(Collection<String> topics, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .values()
                .forEach(topic -> topic.partitions()
                        .forEach(partition ->
                                wanted.put(new TopicPartition(topic.name(), partition.partition()), spec)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(wanted).all().get().forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }
}
