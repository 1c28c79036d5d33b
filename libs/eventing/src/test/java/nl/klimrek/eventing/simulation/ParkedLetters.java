package nl.klimrek.eventing.simulation;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The dead letters of events whose type only the newer version knows, and the operator who replays them: before the upgrade,
 * before a restored reader has read up to them, again and again, and after the upgrade.
 */
final class ParkedLetters {

    static final String GROUP = "readers";
    private static final int REPLAYED = 100;
    private static final int TIMES_AFTER_THE_UPGRADE = 2;

    private final World world;
    private final List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();

    ParkedLetters(World world) {
        this.world = world;
    }

    /** Keeps a record that was parked on its way from its own topic. */
    void add(ConsumerRecord<byte[], byte[]> record) {
        if (isOfItsOwnTopic(record)) {
            letters.add(record);
        }
    }

    /** Sometimes replays a letter to this instance, whatever version it is. */
    void tick(ServiceInstance instance) {
        if (!letters.isEmpty() && world.random.of(REPLAYED)) {
            instance.reading.replay(replay(world.random.oneOf(letters)));
        }
    }

    /** The letters that a restored reader has still to read, so that their replays come early. */
    List<ConsumerRecord<byte[], byte[]>> early() {
        return letters.stream()
                .filter(letter -> world.group.committed(letter.partition()) <= letter.offset())
                .map(ParkedLetters::replay)
                .toList();
    }

    /** Replays every letter to an upgraded instance, which knows its type: it has its effect, or a later one had. */
    void settle(ServiceInstance upgraded) {
        upgraded.look();
        for (int time = 0; time < TIMES_AFTER_THE_UPGRADE; time++) {
            for (ConsumerRecord<byte[], byte[]> letter : List.copyOf(letters)) {
                if (!upgraded.reading.replay(replay(letter))) {
                    throw new AssertionError("a replay still waits: " + letter.partition() + "@" + letter.offset());
                }
                world.coverage.happened(Fault.NEWER_TYPE_REPLAYED);
            }
        }
    }

    /** Where a record was before it was parked and replayed. */
    static DeadLetterReplay place(ConsumerRecord<byte[], byte[]> record) {
        return DeadLetterReplay.parse(record.headers())
                .orElseGet(() -> new DeadLetterReplay(
                        "letter", 1, record.topic(), record.partition(), record.offset(), record.timestamp()));
    }

    private static ConsumerRecord<byte[], byte[]> replay(ConsumerRecord<byte[], byte[]> letter) {
        ProducerRecord<byte[], byte[]> sent = place(letter).toRecord(letter, GROUP);
        ConsumerRecord<byte[], byte[]> received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }

    private static boolean isOfItsOwnTopic(ConsumerRecord<byte[], byte[]> record) {
        return !record.topic().equals(DeadLetterReplay.retryTopic(GROUP));
    }
}
