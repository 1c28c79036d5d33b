package nl.klimrek.conversations.cycle.cadence;

import static nl.klimrek.contracts.conversations.ConversationType.CHECK_IN;
import static nl.klimrek.contracts.conversations.ConversationType.DEVELOPMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

class EmployeeRhythmTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-02");
    private static final WindowClaim FIRST = WindowClaim.of("c1", CHECK_IN, new Window(DAY, DAY.plusDays(20)));
    private static final WindowClaim MEETING =
            WindowClaim.of("c2", CHECK_IN, new Window(DAY.plusDays(20), DAY.plusDays(40)));
    private static final WindowClaim AFTER =
            WindowClaim.of("c3", CHECK_IN, new Window(DAY.plusDays(21), DAY.plusDays(40)));
    private static final WindowClaim OTHER_TYPE = WindowClaim.of("c4", DEVELOPMENT, new Window(DAY, DAY.plusDays(20)));

    private final EmployeeRhythm claimed = claim(EmployeeRhythm.of("emma"), FIRST);

    @Test
    void one_conversation_of_a_type_has_a_day() {
        assertThat(claim(claimed, MEETING).has("c2")).isFalse();
        assertThat(claim(claimed, AFTER).has("c3")).isTrue();
        assertThat(claim(claimed, OTHER_TYPE).has("c4")).isTrue();
    }

    @Test
    void what_is_asked_for_has_its_days_beside_others_until_it_is_withdrawn() {
        EmployeeRhythm asked = claimed.asked(MEETING).stateOr(() -> claimed);
        assertThat(asked.ahead(CHECK_IN, MEETING.window())).containsExactly("c1", "c2");
        assertThat(claim(asked, AFTER).has("c3")).isFalse();
        assertThat(asked.asked(MEETING)).isInstanceOf(Decision.Unchanged.class);
        EmployeeRhythm withdrawn = asked.withdrawn("c2").stateOr(() -> asked);
        assertThat(claim(withdrawn, AFTER).has("c3")).isTrue();
    }

    @Test
    void what_follows_a_cancelled_one_gives_way_to_another_that_lies_ahead() {
        WindowClaim successor = WindowClaim.of("c5", CHECK_IN, FIRST.window());
        assertThat(claimed.succeed("c1", successor).stateOr(() -> claimed).has("c5"))
                .isTrue();
        EmployeeRhythm asked = claimed.asked(MEETING).stateOr(() -> claimed);
        assertThat(asked.succeed("c1", successor).stateOr(() -> asked).has("c5"))
                .isFalse();
        assertThat(asked.hasOtherAhead(successor)).isTrue();
    }

    @Test
    void claiming_again_changes_nothing() {
        assertThat(claimed.claim(List.of(FIRST), DAY)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void what_happens_now_finds_room_once_the_earlier_one_took_place_but_a_cycle_does_not() {
        assertThat(beside(claimed, MEETING).has("c2")).isFalse();
        EmployeeRhythm held = claimed.tookPlace(new HeldConversation("c1", CHECK_IN, DAY.plusDays(2)))
                .stateOr(() -> null);
        assertThat(beside(held, MEETING).has("c2")).isTrue();
        assertThat(claim(held, MEETING).has("c2")).isFalse();
    }

    @Test
    void what_will_not_take_place_makes_room() {
        EmployeeRhythm released = claimed.released("c1").stateOr(() -> null);
        assertThat(beside(released, MEETING).has("c2")).isTrue();
        assertThat(released.released("c1")).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void what_is_told_again_counts_once_and_the_newest_telling_holds() {
        EmployeeRhythm held =
                claimed.tookPlace(new HeldConversation("c1", CHECK_IN, DAY)).stateOr(() -> null);
        assertThat(held.tookPlace(new HeldConversation("c1", CHECK_IN, DAY))).isInstanceOf(Decision.Unchanged.class);
        assertThat(held.tookPlace(new HeldConversation("c1", CHECK_IN, DAY.plusDays(1)))
                        .stateOr(() -> null)
                        .held())
                .containsExactly(new HeldConversation("c1", CHECK_IN, DAY.plusDays(1)));
    }

    @Test
    void what_is_long_past_is_forgotten() {
        LocalDate later = DAY.plusDays(21 + EmployeeRhythm.KEPT_DAYS);
        EmployeeRhythm next = claimed.claim(List.of(WindowClaim.of("c9", CHECK_IN, new Window(later, later))), later)
                .stateOr(() -> null);
        assertThat(next.claims()).extracting(WindowClaim::conversation).containsExactly("c9");
    }

    private static EmployeeRhythm claim(EmployeeRhythm rhythm, WindowClaim claim) {
        return rhythm.claim(List.of(claim), DAY).stateOr(() -> rhythm);
    }

    private static EmployeeRhythm beside(EmployeeRhythm rhythm, WindowClaim claim) {
        return rhythm.claimBeside(claim).stateOr(() -> rhythm);
    }
}
