package nl.klimrek.conversations.rhythm;

import static nl.klimrek.contracts.conversations.ConversationType.CHECK_IN;
import static nl.klimrek.contracts.conversations.ConversationType.DEVELOPMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.conversations.dialogue.Window;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-02");
    private static final Claim FIRST = Claim.of("c1", CHECK_IN, new Window(DAY, DAY.plusDays(20)));
    private static final Claim MEETING = Claim.of("c2", CHECK_IN, new Window(DAY.plusDays(20), DAY.plusDays(40)));
    private static final Claim AFTER = Claim.of("c3", CHECK_IN, new Window(DAY.plusDays(21), DAY.plusDays(40)));
    private static final Claim OTHER_TYPE = Claim.of("c4", DEVELOPMENT, new Window(DAY, DAY.plusDays(20)));

    private final Rhythm claimed = claim(Rhythm.of("emma"), FIRST);

    @Test
    void one_conversation_of_a_type_has_a_day() {
        assertThat(claim(claimed, MEETING).has("c2")).isFalse();
        assertThat(claim(claimed, AFTER).has("c3")).isTrue();
        assertThat(claim(claimed, OTHER_TYPE).has("c4")).isTrue();
    }

    @Test
    void claiming_again_changes_nothing() {
        assertThat(claimed.claim(List.of(FIRST), DAY)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void what_happens_now_finds_room_once_the_earlier_one_took_place_but_a_cycle_does_not() {
        assertThat(beside(claimed, MEETING).has("c2")).isFalse();
        Rhythm held =
                claimed.tookPlace(new Held("c1", CHECK_IN, DAY.plusDays(2))).stateOr(() -> null);
        assertThat(beside(held, MEETING).has("c2")).isTrue();
        assertThat(claim(held, MEETING).has("c2")).isFalse();
    }

    @Test
    void what_will_not_take_place_makes_room() {
        Rhythm released = claimed.released("c1").stateOr(() -> null);
        assertThat(beside(released, MEETING).has("c2")).isTrue();
        assertThat(released.released("c1")).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void what_is_told_again_counts_once_and_the_newest_telling_holds() {
        Rhythm held = claimed.tookPlace(new Held("c1", CHECK_IN, DAY)).stateOr(() -> null);
        assertThat(held.tookPlace(new Held("c1", CHECK_IN, DAY))).isInstanceOf(Decision.Unchanged.class);
        assertThat(held.tookPlace(new Held("c1", CHECK_IN, DAY.plusDays(1)))
                        .stateOr(() -> null)
                        .held())
                .containsExactly(new Held("c1", CHECK_IN, DAY.plusDays(1)));
    }

    @Test
    void what_is_long_past_is_forgotten() {
        LocalDate later = DAY.plusDays(21 + Rhythm.KEPT_DAYS);
        Rhythm next = claimed.claim(List.of(Claim.of("c9", CHECK_IN, new Window(later, later))), later)
                .stateOr(() -> null);
        assertThat(next.claims()).extracting(Claim::conversation).containsExactly("c9");
    }

    private static Rhythm claim(Rhythm rhythm, Claim claim) {
        return rhythm.claim(List.of(claim), DAY).stateOr(() -> rhythm);
    }

    private static Rhythm beside(Rhythm rhythm, Claim claim) {
        return rhythm.claimBeside(claim).stateOr(() -> rhythm);
    }
}
