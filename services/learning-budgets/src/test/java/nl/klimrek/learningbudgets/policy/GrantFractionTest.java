package nl.klimrek.learningbudgets.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.Minutes;
import nl.klimrek.learningbudgets.pot.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantFractionTest {

    private static final int FULL_TIME = 36 * 60;

    @Test
    void full_time_from_new_year_is_the_whole_grant() {
        assertThat(money("2026-01-01", 36, 500_00)).isEqualTo(new Money(500_00));
    }

    @Test
    void who_started_years_ago_counts_from_new_year() {
        assertThat(share("2011-07-05", 2026, 36).of(new Money(500_00))).isEqualTo(new Money(500_00));
    }

    @Test
    void more_than_full_time_is_full_time() {
        assertThat(money("2026-01-01", 40, 500_00)).isEqualTo(new Money(500_00));
    }

    @ParameterizedTest(name = "{0}, {1} hours a week, {2} cents: {3}")
    @CsvSource({
        "2026-01-01, 18, 50000, 25000",
        "2026-07-02, 36, 50000, 25068",
        "2026-12-31, 36, 50000, 137",
        "2024-12-31, 36, 50000, 137",
        "2024-02-29, 36, 36600, 30700",
        "2024-03-01, 36, 36600, 30600",
        "2026-03-01, 36, 36500, 30600",
        "2026-01-01,  0, 50000, 0"
    })
    void a_grant_is_divided_by_hours_and_days_left(LocalDate start, int hours, long cents, long granted) {
        assertThat(money(start.toString(), hours, cents)).isEqualTo(new Money(granted));
    }

    @Test
    void exactly_half_a_cent_is_rounded_up_and_less_is_not() {
        assertThat(money("2026-01-01", 18, 1)).isEqualTo(new Money(1));
        assertThat(money("2026-01-01", 17, 1)).isEqualTo(new Money(0));
    }

    @Test
    void hours_are_divided_to_the_minute() {
        assertThat(share("2026-07-01", 2026, 24).of(new Minutes(40 * 60))).isEqualTo(new Minutes(807));
    }

    @Test
    void rounding_happens_once_at_the_end() {
        // Half of one cent rounded up, and then divided by days, would be a whole cent.
        assertThat(share("2026-07-01", 2026, 18).of(new Money(1))).isEqualTo(new Money(0));
    }

    @Test
    void a_start_still_to_come_is_granted_from_its_own_year() {
        GrantFraction share =
                GrantFraction.of(LocalDate.parse("2026-11-22"), LocalDate.parse("2027-12-31"), FULL_TIME, FULL_TIME);
        assertThat(share).isEqualTo(new GrantFraction(Year.of(2027), 1, FULL_TIME, FULL_TIME));
    }

    @Test
    void the_largest_grant_does_not_overflow() {
        assertThat(money("2026-01-01", 36, Long.MAX_VALUE)).isEqualTo(new Money(Long.MAX_VALUE));
    }

    private static Amount money(String start, int hours, long cents) {
        return share(start, LocalDate.parse(start).getYear(), hours).of(new Money(cents));
    }

    private static GrantFraction share(String start, int year, int hours) {
        return GrantFraction.of(LocalDate.of(year, 11, 22), LocalDate.parse(start), hours * 60, FULL_TIME);
    }
}
