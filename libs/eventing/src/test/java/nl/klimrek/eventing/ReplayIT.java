package nl.klimrek.eventing;

import static nl.klimrek.eventing.SumReader.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A parked record is replayed to the group that parked it, perhaps after later events of its stream. */
class ReplayIT {

    private final SumReader reader = new SumReader();

    @AfterEach
    void stop() {
        reader.close();
    }

    @Test
    void a_parked_event_has_its_effect_once_however_often_it_is_replayed() throws Exception {
        reader.refused.add(1L);
        reader.send(1);
        ConsumerRecord<byte[], byte[]> letter = reader.parked(1).get(0);
        reader.refused.clear();

        reader.replay(letter, 1);
        reader.replay(letter, 1);
        reader.replay(letter, 2);
        reader.send(2);

        reader.awaitHandled(2, 1);
        reader.awaitHandled(1, 3);
        assertThat(reader.total()).isEqualTo(1 + 2);
        assertThat(letter.value()).isEqualTo(SumReader.data(1));
    }

    @Test
    void a_replay_that_comes_before_its_place_was_read_waits_and_holds_up_no_event() throws Exception {
        reader.refused.add(1L);
        reader.send(1);
        ConsumerRecord<byte[], byte[]> letter = reader.parked(1).get(0);
        reader.refused.clear();
        reader.policy = LateEventPolicy.APPLY;

        reader.replaysOpen = false;
        reader.replay(letter, 1);
        for (long sequence = 2; sequence <= 20; sequence++) {
            reader.send(sequence);
        }
        reader.awaitHandled(20, 1);
        assertThat(reader.handled).doesNotContain(1L);

        reader.replaysOpen = true;
        reader.awaitHandled(1, 1);
        assertThat(reader.total()).isEqualTo(20 * 21 / 2);
    }

    @Test
    void an_overtaken_replay_is_parked_again_by_default() throws Exception {
        ConsumerRecord<byte[], byte[]> letter = overtakenLetter();

        reader.replay(letter, 1);

        ConsumerRecord<byte[], byte[]> again = reader.parked(2).get(1);
        assertThat(header(again, "klimrek-reason")).isEqualTo("overtaken");
        assertThat(again.value()).isEqualTo(letter.value());
        assertThat(DeadLetterReplay.parse(again.headers()).orElseThrow().letter())
                .isEqualTo("letter");
        assertThat(reader.total()).isEqualTo(1 + 3);
    }

    @Test
    void an_overtaken_replay_whose_order_does_not_matter_has_its_effect_once() throws Exception {
        ConsumerRecord<byte[], byte[]> letter = overtakenLetter();
        reader.policy = LateEventPolicy.APPLY;

        reader.replay(letter, 1);
        reader.replay(letter, 2);

        reader.awaitHandled(2, 2);
        assertThat(reader.total()).isEqualTo(1 + 2 + 3);
    }

    @Test
    void an_overtaken_replay_that_a_later_event_replaces_is_dropped() throws Exception {
        ConsumerRecord<byte[], byte[]> letter = overtakenLetter();
        reader.policy = LateEventPolicy.IGNORE;

        reader.replay(letter, 1);

        reader.awaitHandled(2, 1);
        assertThat(reader.total()).isEqualTo(1 + 3);
    }

    @Test
    void a_replay_of_an_applied_event_is_not_taken_for_an_overtaken_one() throws Exception {
        ConsumerRecord<byte[], byte[]> letter = overtakenLetter();
        reader.policy = LateEventPolicy.APPLY;
        reader.replay(reader.copy(letter, 3), 1);
        reader.replay(reader.copy(letter, 1), 1);

        await().atMost(Duration.ofSeconds(30)).until(() -> reader.handled.size() == 4);
        assertThat(reader.total()).isEqualTo(1 + 3);
    }

    @Test
    void a_record_that_is_no_replay_is_parked_and_the_next_is_handled() throws Exception {
        reader.sendToRetryTopic(1);
        reader.send(1);

        assertThat(header(reader.parked(1).get(0), "klimrek-reason")).isEqualTo("not-a-replay");
        reader.awaitHandled(1, 1);
    }

    /** The parked second of three events; the first and the third had their effect. */
    private ConsumerRecord<byte[], byte[]> overtakenLetter() throws ExecutionException, InterruptedException {
        reader.refused.add(2L);
        reader.send(1);
        reader.send(2);
        reader.send(3);
        ConsumerRecord<byte[], byte[]> letter = reader.parked(1).get(0);
        reader.awaitHandled(3, 1);
        reader.refused.clear();
        return letter;
    }
}
