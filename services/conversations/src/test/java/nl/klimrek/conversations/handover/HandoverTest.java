package nl.klimrek.conversations.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.conversations.HandoverApproved;
import nl.klimrek.contracts.conversations.HandoverReceived;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.text.PrivateText;
import org.junit.jupiter.api.Test;

class HandoverTest {

    private static final HandoverPacket PACKET =
            new HandoverPacket(Set.of("one", "two"), PrivateText.of("I like to learn by doing"));

    private final Handover open = state(Handover.opened("h", "emma", "nora", "mark", LocalDate.parse("2026-12-01")));

    @Test
    void an_open_or_withheld_packet_holds_nothing() {
        assertThat(open.packet()).isEqualTo(HandoverPacket.EMPTY);
        assertThat(state(open.withhold()).packet()).isEqualTo(HandoverPacket.EMPTY);
        assertThat(open.receive()).isInstanceOf(Decision.Unchanged.class);
        assertThat(state(open.withhold()).receive()).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void an_approved_packet_is_final_and_its_words_stay_home() {
        Handover approved = state(open.approve(PACKET));
        assertThat(facts(open.approve(PACKET)))
                .containsExactly(new HandoverApproved(
                        "h",
                        "emma",
                        "nora",
                        2,
                        true,
                        PACKET.statement().commitment().hash()));
        assertThat(refusal(approved.approve(HandoverPacket.EMPTY))).isEqualTo("handover-approved-before");
        assertThat(refusal(approved.withhold())).isEqualTo("handover-approved-before");
    }

    @Test
    void the_first_reading_is_news_and_the_next_is_not() {
        Decision<Handover> read = state(open.approve(PACKET)).receive();
        assertThat(facts(read)).containsExactly(new HandoverReceived("h", "emma", "nora"));
        assertThat(state(read).receive()).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void a_line_remembers_who_came_before_also_over_a_time_without_manager() {
        ManagerHistory mark = state(ManagerHistory.NOBODY.reportsTo("mark", event(1, 0)));
        assertThat(mark.changedBy(event(1, 0)))
                .as("a first manager takes over from nobody")
                .isFalse();
        assertThat(mark.reportsTo(null, event(2, 0))).isInstanceOf(Decision.Unchanged.class);
        assertThat(mark.reportsTo("mark", event(3, 0))).isInstanceOf(Decision.Unchanged.class);
        ManagerHistory nora = state(mark.reportsTo("nora", event(4, 0)));
        assertThat(nora.manager()).isEqualTo("nora");
        assertThat(nora.former()).isEqualTo("mark");
        assertThat(nora.changedBy(event(4, 0))).isTrue();
        assertThat(nora.changedBy(event(3, 0))).isFalse();
    }

    @Test
    void after_a_restore_another_event_with_the_same_number_brought_no_manager() {
        ManagerHistory nora = state(
                state(ManagerHistory.NOBODY.reportsTo("mark", event(1, 0))).reportsTo("nora", event(4, 0)));
        assertThat(nora.changedBy(event(4, 1))).isFalse();
        ManagerHistory older = new ManagerHistory("nora", "mark", 4, null);
        assertThat(older.changedBy(event(4, 0))).isTrue();
        assertThat(older.changedBy(event(4, 1))).isFalse();
    }

    private static EventMeta event(long sequence, long epoch) {
        return new EventMeta(
                        epoch + "/" + sequence,
                        "type",
                        "people",
                        "emma",
                        new Organisation("acme"),
                        "emma",
                        sequence,
                        Instant.EPOCH,
                        "system:test",
                        "c",
                        null,
                        null)
                .inEpoch(epoch);
    }

    private static <S> S state(Decision<S> decision) {
        return decision.stateOr(() -> null);
    }

    private static List<Record> facts(Decision<Handover> decision) {
        return ((Decision.Accepted<Handover>) decision).events();
    }

    private static String refusal(Decision<Handover> decision) {
        return ((Decision.Refused<Handover>) decision).refusal().code();
    }
}
