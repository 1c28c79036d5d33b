package nl.klimrek.portal.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {
    @ParameterizedTest
    @CsvSource({
        "7, cycles.every.7, 0",
        "42, cycles.every.42, 0",
        "182, cycles.every.182, 0",
        "1826, cycles.every.1826, 0",
        "35, cycles.every.weeks, 5",
        "70, cycles.every.weeks, 10",
        "30, cycles.every.about-weeks, 4",
        "100, cycles.every.about-months, 3",
        "400, cycles.every.about-months, 13",
        "800, cycles.every.about-years, 2",
        "10, cycles.every.about-weeks, 1"
    })
    void people_say_weeks_months_and_years(int days, String key, int number) {
        assertThat(Frequency.of(days)).isEqualTo(new Frequency(key, number));
    }

    @Test
    void no_number_of_days_that_a_policy_can_have_is_said_in_days() {
        Map<Integer, String> said = new TreeMap<>();
        for (int days = 7; days <= 1826; days++) {
            Frequency often = Frequency.of(days);
            said.put(days, often.key());
            assertThat(often.number()).as(days + "").isBetween(0, 26);
        }
        assertThat(said.values()).noneMatch(key -> key.contains("days"));
    }

    @Test
    void what_comes_before_is_said_in_weeks_where_it_is_weeks() {
        assertThat(Frequency.ahead(0)).isEqualTo(new Frequency("cycles.ahead.none", 0));
        assertThat(Frequency.ahead(14)).isEqualTo(new Frequency("cycles.ahead.weeks", 2));
        assertThat(Frequency.ahead(3)).isEqualTo(new Frequency("cycles.ahead.days", 3));
    }
}
