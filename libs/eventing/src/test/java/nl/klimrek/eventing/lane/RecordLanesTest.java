package nl.klimrek.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.deadletter.FailureKind;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

class RecordLanesTest {

    private static final int WIDTH = 3;
    private static final int TIMEOUT_SECONDS = 20;

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final RecordLanes lanes = new RecordLanes(
            new KeyLanes("g", WIDTH, 1), record -> record.topic().equals("foreign"), stopping::get);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void records_of_different_keys_are_handled_at_once() {
        CyclicBarrier all = new CyclicBarrier(WIDTH);
        lanes.handle(poll("a", "b", "c"), record -> {
            meet(all);
            done.add(key(record));
        });
        assertThat(done).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    @SuppressWarnings("ThreadPriorityCheck") // Yields so that a second record of the key would interleave.
    void records_of_one_key_are_handled_in_order() {
        List<ConsumerRecord<byte[], byte[]>> records = poll("a", "b", "a", "c", "a", "b", "a", "a", "b", "c", "a", "b");
        Map<String, List<Long>> offsets = new ConcurrentHashMap<>();
        Set<String> busy = ConcurrentHashMap.newKeySet();
        lanes.handle(records, record -> {
            assertThat(busy.add(key(record))).as("one at a time").isTrue();
            offsets.computeIfAbsent(key(record), none -> new ArrayList<>()).add(record.offset());
            Thread.yield();
            busy.remove(key(record));
        });
        assertThat(offsets)
                .isEqualTo(records.stream()
                        .collect(Collectors.groupingBy(
                                RecordLanesTest::key,
                                Collectors.mapping(ConsumerRecord::offset, Collectors.toList()))));
    }

    @Test
    void records_of_another_system_keep_the_order_of_their_partition() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int offset = 0; offset < 50; offset++) {
            records.add(record("foreign", "k" + offset, offset));
        }
        lanes.handle(records, record -> done.add(key(record)));
        assertThat(done).isEqualTo(records.stream().map(RecordLanesTest::key).toList());
    }

    @Test
    void the_first_record_that_is_not_done_is_named_and_all_before_it_are_done() {
        CountDownLatch failed = new CountDownLatch(1);
        assertThatThrownBy(() -> lanes.handle(poll("a", "b", "a", "bad", "bad"), record -> {
                    if (key(record).equals("bad")) {
                        failed.countDown();
                        throw new IllegalStateException("bad");
                    }
                    await(failed);
                    done.add(key(record));
                }))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        e -> assertThat(e.getRecord().offset()).isEqualTo(3));
        assertThat(done).containsExactlyInAnyOrder("a", "b", "a");
    }

    @Test
    void records_done_behind_a_failure_are_passed_over_when_they_come_again() {
        List<ConsumerRecord<byte[], byte[]>> records = poll("bad", "a", "b");
        CountDownLatch behind = new CountDownLatch(2);
        assertThatThrownBy(() -> lanes.handle(records, record -> {
                    if (key(record).equals("bad")) {
                        await(behind);
                        throw new IllegalStateException("bad");
                    }
                    done.add(key(record));
                    behind.countDown();
                }))
                .isInstanceOf(BatchListenerFailedException.class);
        assertThat(done).containsExactlyInAnyOrder("a", "b");
        done.clear();
        lanes.handle(records, record -> done.add(key(record)));
        assertThat(done).containsExactly("bad");
        lanes.handle(records.subList(1, 3), record -> done.add(key(record)));
        assertThat(done).as("passed over once only").containsExactlyInAnyOrder("bad", "a", "b");
    }

    @Test
    void a_record_that_takes_the_offset_of_a_truncated_one_is_handled() {
        CountDownLatch behind = new CountDownLatch(1);
        assertThatThrownBy(() -> lanes.handle(List.of(ofLeader(1, "bad", 0), ofLeader(1, "a", 1)), record -> {
                    if (key(record).equals("bad")) {
                        await(behind);
                        throw new IllegalStateException("bad");
                    }
                    done.add(key(record));
                    behind.countDown();
                }))
                .isInstanceOf(BatchListenerFailedException.class);
        lanes.handle(List.of(ofLeader(2, "new", 1)), record -> done.add(key(record)));
        assertThat(done).containsExactly("a", "new");
    }

    @Test
    void a_listener_that_stops_ends_after_the_records_in_hand() {
        assertThatThrownBy(() -> lanes.handle(poll("a", "a", "a"), record -> {
                    done.add(key(record));
                    stopping.set(true);
                }))
                .isInstanceOfSatisfying(BatchListenerFailedException.class, e -> {
                    assertThat(e.getRecord().offset()).isEqualTo(1);
                    assertThat(FailureKind.of(e)).isEqualTo(FailureKind.TRANSIENT);
                    assertThat(ListenerStoppingException.causes(e)).isTrue();
                });
        assertThat(done).containsExactly("a");
    }

    @Test
    void an_error_in_a_lane_reaches_the_caller() {
        assertThatThrownBy(() -> lanes.handle(poll("a", "b"), record -> {
                    throw new OutOfMemoryError("no");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void a_value_of_a_poll_is_shared_by_its_lanes_and_gone_in_the_next_poll() {
        PollLocal<Set<String>> seen = new PollLocal<>(ConcurrentHashMap::newKeySet);
        CyclicBarrier all = new CyclicBarrier(WIDTH);
        PollScope.begin();
        seen.get().add("first");
        lanes.handle(poll("a", "b", "c"), record -> {
            meet(all);
            seen.get().add(key(record));
        });
        assertThat(seen.get()).containsExactlyInAnyOrder("first", "a", "b", "c");
        PollScope.begin();
        assertThat(seen.get()).isEmpty();
    }

    private static List<ConsumerRecord<byte[], byte[]>> poll(String... keys) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String key : keys) {
            records.add(record(CounterCatalogue.TOPIC, key, records.size()));
        }
        return records;
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, String key, long offset) {
        return new ConsumerRecord<>(topic, 0, offset, key.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    private static ConsumerRecord<byte[], byte[]> ofLeader(int epoch, String key, long offset) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                CounterCatalogue.TOPIC,
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                bytes.length,
                0,
                bytes,
                new byte[0],
                new RecordHeaders(),
                Optional.of(epoch));
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private static void meet(CyclicBarrier all) {
        try {
            all.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the lanes do not meet", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
