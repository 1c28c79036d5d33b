package nl.klimrek.eventing.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.SimulatedOutboxStore;
import nl.klimrek.eventing.simulation.guarantees.Observation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A topic: its partitions, records that arrive late, and records that the broker refuses. */
final class SimulatedTopic {

    private final World world;
    private final List<List<ConsumerRecord<byte[], byte[]>>> partitions = new ArrayList<>();
    private final List<Sent> late = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final Map<String, Integer> tooLarge = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private final Map<Integer, Set<String>> refused = new HashMap<>();

    /** A record on its way. Its producer chose the partition when it was sent, among those that it knew. */
    record Sent(OutboxEvent event, int partition) {

        static Sent by(int knownPartitions, OutboxEvent event) {
            return new Sent(event, Math.floorMod(event.record().key().hashCode(), knownPartitions));
        }
    }

    SimulatedTopic(World world, int partitions) {
        this.world = world;
        for (int i = 0; i < partitions; i++) {
            addPartition();
        }
    }

    List<ConsumerRecord<byte[], byte[]>> partition(int number) {
        return partitions.get(number);
    }

    int partitions() {
        return partitions.size();
    }

    /** Writes a record and returns the producer's failure; null if it was acknowledged. A refused record may still be written. */
    Exception offered(Sent sent) {
        OutboxEvent event = sent.event();
        if (world.steps < world.brokerAwayUntil || tooLarge.getOrDefault(event.id(), 0) > 0) {
            tooLarge.computeIfPresent(event.id(), (id, times) -> times - 1);
            return refused(sent, Fault.RECORD_REFUSED);
        }
        if (!world.random.of(world.options.brokerFault())) {
            write(sent);
            return null;
        }
        switch (world.random.below(4)) {
            case 0 -> refused(sent, Fault.RECORD_REFUSED);
            case 1 -> {
                tooLarge.put(event.id(), world.random.below(4));
                refused(sent, Fault.RECORD_TOO_LARGE);
            }
            case 2 -> {
                world.coverage.happened(Fault.TIMED_OUT_BUT_WRITTEN);
                write(sent);
            }
            default -> late.add(sent);
        }
        return new TransientFault();
    }

    /** The sender crashed: the record is written now, later, or never. */
    void abandoned(Sent sent) {
        switch (world.random.below(3)) {
            case 0 -> write(sent);
            case 1 -> late.add(sent);
            default -> refused(sent, Fault.RECORD_REFUSED);
        }
    }

    /** A late record is written. */
    void lateArrival() {
        if (!late.isEmpty()) {
            world.coverage.happened(Fault.RECORD_ARRIVED_LATE);
            write(late.remove(world.random.below(late.size())));
        }
    }

    void addPartition() {
        partitions.add(new ArrayList<>());
        firsts.add(0);
    }

    /** Offset of the first record that retention did not delete. */
    int first(int partition) {
        return firsts.get(partition);
    }

    /** Retention deletes some of the oldest records of a partition. */
    void deleteOldest() {
        int partition = world.random.below(partitions.size());
        int left = partitions.get(partition).size() - first(partition);
        if (left > 0) {
            firsts.set(partition, first(partition) + 1 + world.random.below(left));
            if (first(partition) > world.group.committed(partition)) {
                world.coverage.happened(Fault.UNREAD_RECORD_DELETED);
            }
        }
    }

    /** Writes all late records. */
    void settle() {
        while (!late.isEmpty()) {
            lateArrival();
        }
    }

    boolean nothingUnderWay() {
        return late.isEmpty();
    }

    /** Nothing is refused any more. */
    void calm() {
        tooLarge.clear();
    }

    /** A foreign record is written. */
    void poison() {
        world.coverage.happened(Fault.POISON);
        int partition = world.random.below(partitions.size());
        PoisonRecord poison = world.random.oneOf(List.of(PoisonRecord.values()));
        List<ConsumerRecord<byte[], byte[]>> log = partitions.get(partition);
        world.history.add(new Observation.Foreign(partition, log.size()));
        log.add(poison.record(partition, log.size()));
    }

    private Exception refused(Sent sent, Fault fault) {
        world.coverage.happened(fault);
        refused.computeIfAbsent(sent.partition(), p -> new HashSet<>())
                .add(sent.event().id());
        return new TransientFault();
    }

    private void write(Sent sent) {
        OutboxEvent event = sent.event();
        int partition = sent.partition();
        Set<String> missing = refused.computeIfAbsent(partition, p -> new HashSet<>());
        missing.remove(event.id());
        if (!missing.isEmpty()) {
            world.coverage.happened(Fault.NEXT_TAKEN_WHILE_ONE_WAS_REFUSED);
        }
        if (!written.add(event.id())) {
            world.coverage.happened(Fault.RECORD_ARRIVED_TWICE);
        }
        List<ConsumerRecord<byte[], byte[]>> log = partitions.get(partition);
        RecordHeaders headers = new RecordHeaders();
        event.record().headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        log.add(new ConsumerRecord<>(
                CounterCatalogue.TOPIC,
                partition,
                log.size(),
                event.time().toEpochMilli(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                event.record().key().getBytes(StandardCharsets.UTF_8),
                event.record().data(),
                headers,
                Optional.empty()));
        world.history.add(new Observation.Arrived(
                partition,
                event.record().headers().get("ce_subject"),
                SimulatedOutboxStore.sequence(event),
                SimulatedCatalogue.MARKED.equals(event.record().headers().get("ce_type"))));
    }
}
