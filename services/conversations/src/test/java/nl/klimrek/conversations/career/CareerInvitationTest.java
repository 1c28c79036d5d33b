package nl.klimrek.conversations.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import nl.klimrek.contracts.conversations.CareerConversationSuggested;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

/** When somebody who never had a career conversation is invited to one. */
class CareerInvitationTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final LocalDate NEXT_YEAR = TODAY.plusDays(365);
    private static final CareerSettings SETTINGS = new CareerSettings(365, 365, 90);
    private final CareerInvitation waits = state(CareerInvitation.of("emma").await(TODAY));

    @Test
    void an_invitation_is_one_event_in_a_period_however_often_the_clock_looks() {
        Decision<CareerInvitation> invited = waits.invite(TODAY, NEXT_YEAR);
        assertThat(((Decision.Accepted<CareerInvitation>) invited).events())
                .isEqualTo(List.of(new CareerConversationSuggested("emma", NEXT_YEAR)));
        assertThat(state(invited).invite(TODAY, NEXT_YEAR)).isEqualTo(Decision.unchanged());
        assertThat(state(invited).invite(NEXT_YEAR.minusDays(1), NEXT_YEAR)).isEqualTo(Decision.unchanged());
        assertThat(state(state(invited).invite(NEXT_YEAR, NEXT_YEAR.plusDays(365)))
                        .invitedOn())
                .isEqualTo(NEXT_YEAR);
    }

    @Test
    void nobody_is_invited_before_the_day_nor_after_a_career_conversation() {
        assertThat(waits.invite(TODAY.minusDays(1), NEXT_YEAR)).isEqualTo(Decision.unchanged());
        CareerInvitation had = state(waits.tookPlace());
        assertThat(had.dueAt()).isNull();
        assertThat(had.invite(NEXT_YEAR, NEXT_YEAR)).isEqualTo(Decision.unchanged());
        assertThat(had.await(TODAY)).isEqualTo(Decision.unchanged());
    }

    @Test
    void a_later_event_about_the_person_does_not_move_the_day() {
        assertThat(waits.await(TODAY.plusDays(5))).isEqualTo(Decision.unchanged());
    }

    @Test
    void who_left_is_not_looked_at_until_they_are_back() {
        CareerInvitation left = state(waits.leave());
        assertThat(left.dueAt()).isNull();
        assertThat(left.leave()).isEqualTo(Decision.unchanged());
        assertThat(state(left.await(NEXT_YEAR)).lookOn()).isEqualTo(NEXT_YEAR);
    }

    @Test
    void a_postponed_look_says_nothing() {
        Decision<CareerInvitation> postponed = waits.postpone(TODAY, TODAY.plusDays(30));
        assertThat(((Decision.Accepted<CareerInvitation>) postponed).events()).isEmpty();
        assertThat(state(postponed).postpone(TODAY, NEXT_YEAR)).isEqualTo(Decision.unchanged());
    }

    @Test
    void the_clock_looks_where_the_day_begins_first() {
        assertThat(waits.dueAt()).isEqualTo(Instant.parse("2026-11-29T10:00:00Z"));
    }

    @Test
    void who_starts_is_left_alone_for_a_year_and_who_was_there_already_is_spread_over_three_months() {
        assertThat(SETTINGS.firstLook("emma", TODAY, TODAY)).isEqualTo(NEXT_YEAR);
        List<LocalDate> days = IntStream.range(0, 900)
                .mapToObj(person -> SETTINGS.firstLook("p-" + person, TODAY.minusYears(5), TODAY))
                .toList();
        assertThat(days).allMatch(day -> !day.isBefore(TODAY) && day.isBefore(TODAY.plusDays(90)));
        assertThat(days.stream().distinct()).hasSizeGreaterThan(60);
        assertThat(SETTINGS.firstLook("emma", null, TODAY)).isBefore(TODAY.plusDays(90));
    }

    @Test
    void settings_that_make_no_sense_are_refused_at_the_start() {
        assertThatThrownBy(() -> new CareerSettings(365, 29, 90)).hasMessageContaining("every-days must be 30 to 3650");
        assertThatThrownBy(() -> new CareerSettings(-1, 365, 90)).hasMessageContaining("after-days must be 0 to 3650");
        assertThatThrownBy(() -> new CareerSettings(365, 365, 0)).hasMessageContaining("spread-days must be 1 to 365");
    }

    private static CareerInvitation state(Decision<CareerInvitation> decision) {
        return ((Decision.Accepted<CareerInvitation>) decision).state();
    }
}
