package nl.klimrek.conversations.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.testkit.store.InMemoryStores;
import org.junit.jupiter.api.Test;

/** Partitions were added without the procedure, so the news of a manager is read after that of a later one. */
class OvertakenManagerTest {

    private static final Organisation ACME = new Organisation("acme");
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    private final InMemoryStores stores = new InMemoryStores(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final AggregateStore<ManagerHistory> lines =
            stores.create(AggregateType.readDocument("lines", ManagerHistory.class));
    private final HandoverService service = new HandoverService(
            stores.create(new AggregateType<>("handovers", Handover.class, Handover::employee)), lines, null, null);

    @Test
    void an_event_that_a_later_one_overtook_changes_nothing_and_is_not_parked() {
        service.heard("emma", "mark", DAY, event(1).readAt(0, 1));
        service.heard("emma", "nora", DAY, event(3).readAt(1, 1));
        service.heard("emma", "otto", DAY, event(2).readAt(0, 2));
        assertThat(manager()).isEqualTo("nora");
        assertThat(stores.events()).as("hand-overs that were opened").isEqualTo(1);
    }

    @Test
    void a_restored_people_service_is_followed_under_numbers_that_it_uses_again() {
        service.heard("emma", "mark", DAY, event(1).readAt(0, 1));
        service.heard("emma", "nora", DAY, event(2).readAt(0, 2));
        service.heard("emma", "nora", DAY, event(2, 1).readAt(0, 3));
        assertThat(stores.events())
                .as("the same number in the next epoch is another event")
                .isEqualTo(1);
        service.heard("emma", "otto", DAY, event(3, 1).readAt(0, 4));
        assertThat(manager()).isEqualTo("otto");
        assertThat(stores.events()).isEqualTo(2);
    }

    private String manager() {
        return lines.find(Key.of(ACME, "emma")).orElseThrow().state().manager();
    }

    private static EventMeta event(long sequence) {
        return event(sequence, 0);
    }

    private static EventMeta event(long sequence, long epoch) {
        return new EventMeta(
                        epoch + "/" + sequence,
                        "type",
                        "people",
                        "emma",
                        ACME,
                        "emma",
                        sequence,
                        Instant.EPOCH,
                        "system:test",
                        "c",
                        null,
                        null)
                .inEpoch(epoch);
    }
}
