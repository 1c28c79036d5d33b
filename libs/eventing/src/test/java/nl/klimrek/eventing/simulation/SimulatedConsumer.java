package nl.klimrek.eventing.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import nl.klimrek.eventing.inbox.SimulatedInbox;
import nl.klimrek.eventing.offset.SimulatedStart;
import nl.klimrek.eventing.simulation.guarantees.Observation;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The consumer of one process. Polling, handling and committing are separate steps. */
final class SimulatedConsumer {

    private static final int POLLED_AT_ONCE = 8;

    private final World world;
    private final ServiceInstance instance;
    private final SimulatedInbox inbox;
    private final Map<Integer, Hand> hands = new HashMap<>();

    SimulatedConsumer(World world, ServiceInstance instance, SimulatedInbox inbox) {
        this.world = world;
        this.instance = instance;
        this.inbox = inbox;
    }

    void step() {
        List<ConsumerRecord<byte[], byte[]>> early = world.letters.early();
        if (!early.isEmpty() && world.random.half()) {
            world.coverage.happened(Fault.REPLAYED_TOO_EARLY);
            replay(world.random.oneOf(early));
        } else {
            read();
        }
    }

    private void read() {
        int partition = world.random.below(world.topic.partitions());
        Hand hand = hands.get(partition);
        if (hand == null) {
            poll(partition);
        } else if (hand.done < hand.from + hand.records.size() && !hand.failed) {
            handle(partition, hand);
        } else {
            commit(partition, hand);
        }
    }

    private void poll(int partition) {
        if (!world.group.owns(instance.number, partition)) {
            return;
        }
        Hand hand = instance.call(Port.POLL, () -> {
            List<ConsumerRecord<byte[], byte[]>> log = world.topic.partition(partition);
            int first = world.topic.first(partition);
            int from = start(partition, first, log.size());
            if (from < first) {
                throw new TransientFault();
            }
            if (from > first && world.random.of(world.options.redeliver())) {
                from = Math.max(first, from - 1 - world.random.below(5));
                world.coverage.happened(Fault.DELIVERED_AGAIN);
            }
            return new Hand(
                    world.group.generation(partition),
                    from,
                    List.copyOf(log.subList(from, Math.min(log.size(), from + POLLED_AT_ONCE))));
        });
        if (!hand.records.isEmpty()) {
            hands.put(partition, hand);
        }
    }

    /** The committed offset, or the first record if the log does not have that one any more. */
    private int start(int partition, int first, int end) {
        int committed = world.group.committed(partition);
        SimulatedStart start = SimulatedStart.of(committed, first, end);
        if (start.moved()) {
            if (start.alarm()) {
                world.history.add(new Observation.Alarmed(partition, committed, first));
            }
            world.group.commit(partition, world.group.generation(partition), first);
            world.history.add(new Observation.Committed(partition, first));
        }
        return (int) start.offset();
    }

    private void handle(int partition, Hand hand) {
        if (hand.generation != world.group.generation(partition)) {
            world.coverage.happened(Fault.OLD_OWNER_WENT_ON);
        }
        int before = hand.done;
        hand.done += inbox.deliver(hand.records.subList(before - hand.from, hand.records.size()), this::park);
        hand.failed = hand.done == before;
    }

    /** Handles a record that an operator replays. Returns false if it has to come again. */
    boolean replay(ConsumerRecord<byte[], byte[]> record) {
        return inbox.deliver(List.of(record), this::park) == 1;
    }

    private void park(ConsumerRecord<byte[], byte[]> record, String reason) {
        try {
            instance.call(Port.PARK, () -> {
                if (reason.equals(Observation.Parked.NEWER_TYPE)) {
                    world.coverage.happened(Fault.NEWER_TYPE_PARKED);
                    world.letters.add(record);
                }
                DeadLetterReplay place = ParkedLetters.place(record);
                world.history.add(
                        new Observation.Parked(place.partition(), (int) place.offset(), reason, world.upgraded));
                return null;
            });
        } catch (TransientFault e) {
            world.coverage.happened(Fault.PARKING_FAILED);
            throw e;
        }
    }

    private void commit(int partition, Hand hand) {
        boolean ours = instance.call(Port.COMMIT, () -> {
            boolean taken = world.group.commit(partition, hand.generation, hand.done);
            if (taken) {
                world.history.add(new Observation.Committed(partition, hand.done));
            }
            return taken;
        });
        if (!ours) {
            world.coverage.happened(Fault.OLD_OWNER_COULD_NOT_COMMIT);
        }
        hands.remove(partition);
    }

    /** Records of one poll, and how many are handled. */
    private static final class Hand {
        private final int generation;
        private final int from;
        private final List<ConsumerRecord<byte[], byte[]>> records;
        private int done;
        private boolean failed;

        Hand(int generation, int from, List<ConsumerRecord<byte[], byte[]>> records) {
            this.generation = generation;
            this.from = from;
            this.done = from;
            this.records = records;
        }
    }
}
