package nl.klimrek.eventing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.klimrek.eventing.MovingClock;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.outbox.OutgoingRecord;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final OutboxRef ANNA = new OutboxRef("people", "acme/anna");
    private static final OutboxRef BRAM = new OutboxRef("people", "acme/bram");

    private final MovingClock clock = new MovingClock();
    private final ManualBroker broker = new ManualBroker();
    private final InMemoryOutboxStore outboxes = new InMemoryOutboxStore();
    private final OutboxSettings settings = OutboxSettings.defaults("one");
    private final Relay relay = new Relay(outboxes, broker, clock, settings);

    @Test
    void the_second_event_waits_until_the_first_is_acknowledged() {
        submit(ANNA, "a1", "a2");
        relay.sendReady();
        assertThat(broker.waiting()).containsExactly("a1");
        broker.acknowledge();
        relay.sendReady();
        assertThat(broker.waiting()).containsExactly("a2");
    }

    @Test
    void documents_do_not_wait_for_each_other() {
        submit(ANNA, "a1", "a2");
        submit(BRAM, "b1");
        relay.sendReady();
        assertThat(broker.waiting()).containsExactly("a1", "b1");
    }

    @Test
    void nothing_is_sent_after_a_refusal_until_a_sweep_claims_the_document_again() {
        submit(ANNA, "a1", "a2");
        relay.sendReady();
        broker.refuse();
        assertThat(relay.sendReady()).isZero();
        assertThat(relay.sweep(false)).as("the relay rests").isZero();

        clock.forward(settings.retryAfterFailure().plusMillis(1));
        outboxes.hold(ANNA, events("a1", "a2"));
        assertThat(relay.sweep(false)).isEqualTo(1);
        relay.sendReady();
        assertThat(broker.waiting()).containsExactly("a1");
    }

    @Test
    void only_acknowledged_events_are_deleted() {
        submit(ANNA, "a1", "a2", "a3");
        relay.sendReady();
        broker.acknowledge();
        relay.sendReady();
        broker.refuse();
        relay.deleteAcknowledged();
        assertThat(outboxes.removed).containsExactly("a1");
    }

    @Test
    void events_of_a_document_are_deleted_together_when_all_or_many_are_acknowledged() {
        submit(ANNA, "a1", "a2", "a3");
        for (String sent : List.of("a1", "a2")) {
            relay.sendReady();
            broker.acknowledge();
            assertThat(relay.deleteAcknowledged()).as("after " + sent).isZero();
        }
        relay.sendReady();
        broker.acknowledge();
        assertThat(relay.deleteAcknowledged()).isEqualTo(3);

        submit(BRAM, IntStream.range(0, 60).mapToObj(i -> "b" + i).toArray(String[]::new));
        for (int i = 0; i < 50; i++) {
            relay.sendReady();
            broker.acknowledge();
        }
        assertThat(relay.deleteAcknowledged()).isEqualTo(50);
        for (int i = 50; i < 60; i++) {
            relay.sendReady();
            broker.acknowledge();
        }
        assertThat(relay.deleteAcknowledged())
                .as("the rest, and nothing another time")
                .isEqualTo(10);
    }

    @Test
    void acknowledged_events_of_a_document_near_its_bound_are_deleted_at_once() {
        Relay small = holding(100_000);
        small.submit(
                ANNA, events("a1", "a2", "a3", "a4", "a5"), 5, clock.instant().plus(settings.lease()));
        small.sendReady();
        broker.acknowledge();
        assertThat(small.deleteAcknowledged()).isEqualTo(1);
    }

    @Test
    void a_full_document_is_waited_for_only_while_the_broker_takes_events() {
        submit(ANNA, "a1", "a2");
        assertThat(relay.awaitRoom(ANNA)).as("without threads").isFalse();
        relay.setRunning(true);
        relay.sendReady();
        broker.acknowledge();
        assertThat(relay.awaitRoom(ANNA)).isTrue();
        assertThat(relay.deleteAcknowledged())
                .as("acknowledged events make room")
                .isEqualTo(1);
        relay.sendReady();
        broker.refuse();
        assertThat(relay.awaitRoom(ANNA)).as("after a refusal").isFalse();
    }

    @Test
    void a_relay_that_stops_deletes_acknowledged_events_and_leaves_the_rest() {
        submit(ANNA, "a1", "a2");
        relay.sendReady();
        broker.acknowledge();
        relay.stop();
        assertThat(relay.activeDocuments()).isZero();
        assertThat(relay.deleteAcknowledged()).isEqualTo(1);
        assertThat(outboxes.removed).containsExactly("a1");
        assertThat(relay.unsent()).isEqualTo(1);
    }

    @Test
    void a_refusal_after_the_relay_stopped_counts_no_event_twice() {
        submit(ANNA, "a1", "a2");
        relay.sendReady();
        relay.stop();
        broker.refuse();
        assertThat(relay.unsent()).isEqualTo(2);
    }

    @Test
    void events_that_could_not_be_deleted_are_deleted_later() {
        submit(ANNA, "a1");
        relay.sendReady();
        broker.acknowledge();
        outboxes.failure = new IllegalStateException("away");
        assertThatThrownBy(relay::deleteAcknowledged).isInstanceOf(IllegalStateException.class);
        outboxes.failure = null;
        assertThat(relay.deleteAcknowledged()).isEqualTo(1);
        assertThat(outboxes.removed).containsExactly("a1");
    }

    @Test
    void an_event_known_to_be_acknowledged_is_not_sent_again() {
        submit(ANNA, "a1");
        relay.sendReady();
        broker.acknowledge();
        submit(ANNA, "a1", "a2");
        relay.sendReady();
        assertThat(broker.waiting()).containsExactly("a2");
    }

    @Test
    void nothing_is_sent_after_the_lease() {
        submit(ANNA, "a1");
        clock.forward(settings.lease());
        assertThat(relay.sendReady()).isZero();
        assertThat(relay.hasBacklog()).isTrue();
    }

    @Test
    void a_document_that_another_instance_relays_is_claimed_when_it_is_free() {
        outboxes.heldElsewhere.add(BRAM);
        outboxes.hold(BRAM, events("b1"));
        relay.postpone(BRAM);
        relay.retryPostponed();
        assertThat(relay.sendReady()).isZero();

        outboxes.heldElsewhere.clear();
        relay.retryPostponed();
        relay.sendReady();
        assertThat(broker.waiting()).containsExactly("b1");
    }

    @Test
    void the_oldest_pending_event_is_known_even_if_it_was_left_to_a_sweep() {
        assertThat(relay.oldestWaiting()).isZero();
        submit(ANNA, "a1");
        clock.forward(Duration.ofSeconds(3));
        assertThat(relay.oldestWaiting()).isEqualTo(Duration.ofSeconds(3));
        relay.sendReady();
        broker.refuse();
        clock.forward(Duration.ofSeconds(4));
        assertThat(relay.oldestWaiting()).isEqualTo(Duration.ofSeconds(7));
        assertThat(relay.sweep(false))
                .as("nothing waits in the documents any more")
                .isZero();
        assertThat(relay.oldestWaiting()).isZero();
    }

    @Test
    void nothing_is_held_in_memory_while_the_broker_is_away() {
        submit(ANNA, "a1");
        relay.sendReady();
        broker.refuse();
        for (int i = 0; i < 1_000; i++) {
            submit(new OutboxRef("people", "acme/p" + i), "p" + i);
        }
        assertThat(relay.activeDocuments()).isZero();
        assertThat(relay.unsent()).isEqualTo(1_001);
    }

    @Test
    void unsent_events_are_counted_once_however_often_their_document_is_queued() {
        submit(ANNA, "a1");
        relay.sendReady();
        broker.refuse();
        relay.submit(ANNA, events("a1", "a2"), 1, clock.instant().plus(settings.lease()));
        relay.submit(ANNA, events("a1", "a2", "a3"), 1, clock.instant().plus(settings.lease()));
        assertThat(relay.unsent()).isEqualTo(3);
        outboxes.hold(ANNA, events("a1", "a2", "a3"));
        for (int round = 0; round < 3; round++) {
            clock.forward(settings.retryAfterFailure());
            relay.sweep(false);
            assertThat(relay.unsent()).as("under way").isZero();
            relay.sendReady();
            broker.refuse();
            assertThat(relay.unsent()).isEqualTo(3);
        }
        clock.forward(settings.retryAfterFailure());
        relay.submit(ANNA, events("a1", "a2", "a3", "a4"), 1, clock.instant().plus(settings.lease()));
        assertThat(relay.unsent())
                .as("a command takes up what was backlog of its document")
                .isZero();
    }

    @Test
    void a_pause_begun_under_a_wrong_clock_ends_when_the_clock_is_right() {
        submit(ANNA, "a1");
        relay.sendReady();
        broker.refuse();
        outboxes.hold(ANNA, events("a1"));
        assertThat(relay.sweep(false)).as("rests").isZero();
        clock.forward(Duration.ofHours(-1));
        assertThat(relay.sweep(false)).isEqualTo(1);
    }

    @Test
    void events_from_the_future_are_swept() {
        relay.sweep(false);
        assertThat(outboxes.askedAfter).isEqualTo(clock.instant().plus(settings.lease()));
    }

    @Test
    void a_sweep_looks_for_events_older_than_a_lease_and_after_a_start_or_with_a_backlog_for_all() {
        Instant now = clock.instant();
        relay.sweep(false);
        assertThat(outboxes.askedBefore).isEqualTo(now.minus(settings.lease()));
        relay.sweep(true);
        assertThat(outboxes.askedBefore).isEqualTo(now.plusSeconds(1));
        submit(ANNA, "a1");
        relay.sendReady();
        broker.refuse();
        clock.forward(settings.retryAfterFailure());
        relay.sweep(false);
        assertThat(outboxes.askedBefore).isEqualTo(clock.instant().plusSeconds(1));
    }

    @Test
    void active_documents_are_bounded_and_a_sweep_claims_as_many_as_there_is_room_for() {
        OutboxSettings two = new OutboxSettings(
                "one",
                settings.lease(),
                settings.sweepInterval(),
                settings.retryAfterFailure(),
                10_000,
                10,
                10,
                2,
                100_000);
        Relay small = new Relay(outboxes, broker, clock, two);
        small.sweep(false);
        assertThat(outboxes.askedFor).isEqualTo(2);
        for (OutboxRef ref : List.of(ANNA, BRAM, new OutboxRef("people", "acme/cora"))) {
            small.submit(ref, events(ref.id()), 1, clock.instant().plus(settings.lease()));
        }
        assertThat(small.activeDocuments()).isEqualTo(2);
        assertThat(small.unsent()).isEqualTo(1);
        small.sweep(false);
        assertThat(outboxes.askedFor).as("one at the least").isEqualTo(1);
        small.submit(ANNA, events("acme/anna", "a2"), 1, clock.instant().plus(settings.lease()));
        assertThat(small.unsent())
                .as("one that is under way takes more, and the sweep found nothing backlog")
                .isZero();
    }

    @Test
    void a_sweep_continues_where_the_last_one_ended_and_starts_over_at_the_end() {
        OutboxSettings small = new OutboxSettings(
                "one",
                settings.lease(),
                settings.sweepInterval(),
                settings.retryAfterFailure(),
                10_000,
                10,
                10,
                2,
                100_000);
        Relay two = new Relay(outboxes, broker, clock, small);
        Instant begin = clock.instant();
        for (String id : List.of("a", "b", "c", "d", "e")) {
            outboxes.hold(new OutboxRef("people", id), events(id + "1"));
            clock.forward(Duration.ofSeconds(1));
        }
        two.sweep(true);
        outboxes.heldElsewhere.addAll(List.of(new OutboxRef("people", "b"), new OutboxRef("people", "c")));
        for (int i = 0; i < 11; i++) {
            two.sweep(true);
        }
        assertThat(outboxes.askedSince)
                .startsWith(null, begin.plusSeconds(1), begin.plusSeconds(1).plusMillis(1), begin.plusSeconds(2));
        assertThat(outboxes.askedSince.subList(4, 12))
                .as("behind the last there is nothing")
                .containsOnlyOnce((Instant) null);
    }

    @Test
    void held_bytes_are_bounded_and_the_rest_of_a_document_follows_in_order() {
        Relay small = holding(700);
        Instant until = clock.instant().plus(settings.lease());
        small.submit(ANNA, events("a1", "a2", "a3", "a4"), 4, until);
        small.submit(BRAM, events("b1"), 1, until);
        assertThat(small.unsent()).as("a4 and b1, for three take it all").isEqualTo(2);
        assertThat(small.activeDocuments()).isEqualTo(1);
        small.submit(ANNA, events("a1", "a2", "a3", "a4", "a5"), 1, until);
        assertThat(small.unsent()).as("and a5").isEqualTo(3);
        small.sendReady();
        broker.acknowledge();
        small.submit(ANNA, events("a2", "a3", "a4", "a5"), 0, until);
        assertThat(small.unsent()).as("there was room for a4 again").isEqualTo(2);
        outboxes.hold(ANNA, events("a5"));
        outboxes.hold(BRAM, events("b1"));
        for (String sent : List.of("a2", "a3", "a4")) {
            small.sendReady();
            assertThat(broker.waiting()).containsExactly(sent);
            broker.acknowledge();
        }
        assertThat(small.deleteAcknowledged()).isEqualTo(4);
        assertThat(small.hasCapacity()).isTrue();
        small.sweep(false);
        small.sendReady();
        assertThat(broker.waiting()).containsExactlyInAnyOrder("a5", "b1");
        assertThat(small.unsent()).isZero();
    }

    @Test
    void a_sweep_claims_no_document_that_is_being_relayed_or_waits_for_deletion() {
        outboxes.hold(ANNA, events("a1"));
        outboxes.hold(BRAM, events("b1"));
        submit(ANNA, "a1");
        submit(BRAM, "b1");
        relay.sendReady();
        broker.acknowledge();
        assertThat(relay.sweep(true)).isEqualTo(2);
        assertThat(outboxes.claims).isZero();
        relay.deleteAcknowledged();
        assertThat(relay.sweep(true)).isEqualTo(2);
        assertThat(outboxes.claims).as("what the store still has of ANNA").isEqualTo(1);
    }

    @Test
    void an_abandoned_document_takes_no_room() {
        Relay small = holding(3 * events("a1").get(0).size());
        Instant until = clock.instant().plus(settings.lease());
        for (int round = 0; round < 3; round++) {
            small.submit(ANNA, events("a1", "a2", "a3"), 3, until);
            assertThat(small.activeDocuments()).isEqualTo(1);
            small.submit(BRAM, events("b1"), 1, until);
            assertThat(small.activeDocuments()).as("ANNA's take it all").isEqualTo(1);
            small.sendReady();
            broker.refuse();
            clock.forward(settings.retryAfterFailure());
        }
    }

    @Test
    void there_is_room_for_more_while_less_than_half_is_held_and_few_documents_are_under_way() {
        int size = events("a1").get(0).size();
        Relay bytes = holding(4 * size);
        bytes.submit(ANNA, events("a1"), 1, clock.instant().plus(settings.lease()));
        assertThat(bytes.hasCapacity()).isTrue();
        bytes.submit(ANNA, events("a1", "a2"), 1, clock.instant().plus(settings.lease()));
        assertThat(bytes.hasCapacity()).isFalse();
        for (int i = 1; i <= 500; i++) {
            assertThat(relay.hasCapacity()).as("with %s documents", i - 1).isTrue();
            submit(new OutboxRef("people", "acme/p" + i), "p" + i);
        }
        assertThat(relay.hasCapacity()).isFalse();
    }

    @Test
    void the_sender_waits_until_there_is_something_to_send() throws Exception {
        Thread sender = new Thread(() -> {
            try {
                relay.awaitReady(Duration.ofHours(1).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        sender.setDaemon(true);
        sender.start();
        await().until(() -> sender.getState() == Thread.State.TIMED_WAITING);
        submit(ANNA, "a1");
        sender.join(Duration.ofSeconds(10).toMillis());
        assertThat(sender.isAlive()).isFalse();
        relay.awaitReady(Duration.ofHours(1).toMillis());
        assertThat(relay.sendReady()).as("it was there, so that nobody waited").isEqualTo(1);
    }

    @Test
    void a_postponed_document_is_looked_at_once_and_again_only_while_another_has_it() {
        relay.postpone(ANNA);
        relay.retryPostponed();
        relay.retryPostponed();
        assertThat(outboxes.claims).isEqualTo(1);
        outboxes.heldElsewhere.add(BRAM);
        relay.postpone(BRAM);
        relay.retryPostponed();
        relay.retryPostponed();
        assertThat(outboxes.claims).isEqualTo(3);
    }

    @Test
    void an_event_from_the_future_has_not_been_waiting() {
        List<OutboxEvent> future = events("a1");
        clock.forward(Duration.ofHours(-1));
        relay.submit(ANNA, future, 1, clock.instant().plus(settings.lease()));
        assertThat(relay.oldestWaiting()).isZero();
        assertThat(relay.activeDocuments()).isEqualTo(1);
    }

    @Test
    void the_oldest_event_of_the_backlog_counts() {
        submit(ANNA, "a1");
        clock.forward(Duration.ofSeconds(2));
        submit(BRAM, "b1");
        relay.sendReady();
        broker.refuse();
        broker.refuse();
        assertThat(relay.unsent()).isEqualTo(2);
        assertThat(relay.oldestWaiting()).isEqualTo(Duration.ofSeconds(2));
        Backlog backlog = new Backlog();
        assertThat(backlog.isNotEmpty()).isFalse();
        backlog.add(List.of(), 0);
        assertThat(backlog.isNotEmpty())
                .as("a document, though none of its events is known")
                .isTrue();
        assertThat(backlog.oldest()).isEmpty();
    }

    @Test
    void the_newest_ids_are_kept_up_to_a_bound() {
        RecentIds ids = new RecentIds();
        for (int i = 0; i <= 20_000; i++) {
            ids.add("id" + i);
        }
        assertThat(ids.contains("id0")).isFalse();
        assertThat(ids.contains("id1")).isTrue();
        assertThat(ids.contains("id20000")).isTrue();
    }

    private Relay holding(int bytes) {
        return new Relay(
                outboxes,
                broker,
                clock,
                new OutboxSettings(
                        "one",
                        settings.lease(),
                        settings.sweepInterval(),
                        settings.retryAfterFailure(),
                        10_000,
                        10,
                        10,
                        10,
                        bytes));
    }

    private void submit(OutboxRef ref, String... ids) {
        relay.submit(ref, events(ids), ids.length, clock.instant().plus(settings.lease()));
    }

    private List<OutboxEvent> events(String... ids) {
        return Arrays.stream(ids)
                .map(id ->
                        OutboxEvent.of(id, "t", new OutgoingRecord("k", Map.of(), new byte[0]), clock.instant(), "one"))
                .toList();
    }
}
