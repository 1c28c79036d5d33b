package nl.klimrek.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.klimrek.eventing.RecordFixtures;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class GatheringListenerTest {

    private final List<Integer> polls = new ArrayList<>();
    private final GatheringListener listener =
            new GatheringListener(records -> polls.add(records.size()), Duration.ofHours(1));

    @Test
    void a_small_poll_is_handled_at_once_and_others_gather_after_it() throws InterruptedException {
        Thread reader = new Thread(() -> listener.onMessage(records(1)));
        reader.start();
        await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
        assertThat(polls).containsExactly(1);
        reader.interrupt();
        reader.join();
    }

    @Test
    void a_backlog_is_read_without_a_pause() {
        listener.onMessage(records(50));
        listener.onMessage(records(500));
        assertThat(polls).containsExactly(50, 500);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(offset -> RecordFixtures.good("n", offset + 1).at(offset))
                .toList();
    }
}
