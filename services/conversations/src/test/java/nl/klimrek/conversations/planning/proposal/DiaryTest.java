package nl.klimrek.conversations.planning.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

class DiaryTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Slot TEN = slot(1);
    private static final Slot HALF_PAST_TEN =
            new Slot(TEN.start().plusSeconds(1800), TEN.end().plusSeconds(1800));
    private static final Slot ELEVEN = slot(2);

    @Test
    void an_hour_that_overlaps_another_is_refused_also_with_another_person() {
        Diary diary = given(Diary.EMPTY, "a", TEN);
        assertThat(given(diary, "b", HALF_PAST_TEN)).isEqualTo(diary);
        assertThat(given(diary, "b", ELEVEN).holds("b", ELEVEN)).isTrue();
    }

    @Test
    void a_conversation_keeps_the_hour_it_was_given_first() {
        Diary diary = given(Diary.EMPTY, "a", TEN);
        assertThat(given(diary, "a", ELEVEN)).isEqualTo(diary);
    }

    @Test
    void nothing_is_given_beside_an_hour_the_planner_did_not_know_of() {
        Diary diary = given(Diary.EMPTY, "stranger", TEN);
        assertThat(after(diary, diary.give(Map.of("a", hour(ELEVEN, "x")), Map.of("a", ELEVEN), NOW)))
                .isEqualTo(diary);
        assertThat(after(diary, diary.give(Map.of("a", hour(ELEVEN, "x")), Map.of("a", ELEVEN, "stranger", TEN), NOW))
                        .holds("a", ELEVEN))
                .isTrue();
    }

    @Test
    void a_claim_that_was_refused_is_never_written_and_another_for_the_same_hour_may_be() {
        Diary full = given(Diary.EMPTY, "b", TEN);
        Diary barred = after(full, full.giveOrBar(Map.of("a", hour(TEN, "x")), null, NOW));
        Diary free = after(barred, barred.settle("b", null, NOW, true));
        assertThat(after(free, free.giveOrBar(Map.of("a", hour(TEN, "x")), null, NOW))
                        .holds("a", TEN))
                .isFalse();
        assertThat(after(free, free.giveOrBar(Map.of("a", hour(TEN, "y")), null, NOW))
                        .holds("a", TEN))
                .isTrue();
    }

    @Test
    void only_what_a_claim_wrote_is_taken_back_by_it() {
        Diary diary = given(Diary.EMPTY, "a", TEN);
        assertThat(after(diary, diary.takeBack(hour(TEN, "other"), "a"))).isEqualTo(diary);
        assertThat(after(diary, diary.takeBack(hour(TEN, "claim"), "a")).given())
                .isEmpty();
    }

    @Test
    void who_moves_keeps_both_hours_until_the_conversation_took_the_next() {
        Diary moving = given(given(Diary.EMPTY, "a", TEN), Diary.next("a"), ELEVEN);
        assertThat(given(given(moving, "b", TEN), "c", ELEVEN)).isEqualTo(moving);
        Diary moved = after(moving, moving.settle("a", ELEVEN, NOW, false));
        assertThat(moved.given()).containsOnlyKeys("a");
        assertThat(moved.holds("a", ELEVEN)).isTrue();
        assertThat(after(moving, moving.settle("a", TEN, NOW, false))).isEqualTo(moving);
        assertThat(after(moving, moving.settle("a", TEN, NOW, true)).given()).containsOnlyKeys("a");
        assertThat(after(moving, moving.settle("a", null, NOW, true)).given()).isEmpty();
    }

    @Test
    void a_fact_that_is_heard_late_takes_back_nothing_that_was_given_since() {
        Diary diary = given(Diary.EMPTY, "a", TEN);
        assertThat(after(diary, diary.settle("a", null, NOW.minusSeconds(1), true)))
                .isEqualTo(diary);
        assertThat(after(diary, diary.settle("a", null, NOW, true)).given()).isEmpty();
    }

    @Test
    void what_is_over_is_forgotten_and_an_hour_that_began_does_not_hold_its_own_conversation_back() {
        Diary diary = given(Diary.EMPTY, "a", TEN);
        Instant during = TEN.start().plusSeconds(60);
        assertThat(after(diary, diary.give(Map.of("a", hour(ELEVEN, "x")), null, during))
                        .holds("a", ELEVEN))
                .isTrue();
        assertThat(after(
                                diary,
                                diary.give(
                                        Map.of("b", hour(ELEVEN, "x")),
                                        Map.of("b", ELEVEN),
                                        TEN.end().plusSeconds(1)))
                        .given())
                .containsOnlyKeys("b");
    }

    private static Diary given(Diary diary, String conversation, Slot slot) {
        return after(diary, diary.give(Map.of(conversation, hour(slot, "claim")), null, NOW));
    }

    private static Diary after(Diary before, Decision<Diary> decision) {
        return decision.stateOr(() -> before);
    }

    private static DiaryHour hour(Slot slot, String claim) {
        return new DiaryHour(slot.start(), slot.end(), claim, "emma", "mark", NOW);
    }

    private static Slot slot(int hours) {
        Instant start = NOW.plus(Duration.ofHours(hours));
        return new Slot(start, start.plus(Duration.ofHours(1)));
    }
}
