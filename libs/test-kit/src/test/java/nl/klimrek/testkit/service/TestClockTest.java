package nl.klimrek.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestClockTest {

    private static final Instant START = Instant.parse("2027-01-04T06:00:00Z");

    @Test
    void a_stopped_clock_shows_the_same_moment_until_it_is_moved() {
        TestClock clock = TestClock.stoppedAt(START);
        clock.advance(Duration.ofHours(2));
        clock.advanceTo(START.plus(Duration.ofDays(1)));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
    }

    @Test
    void a_running_clock_starts_where_the_test_says() {
        assertThat(TestClock.runningFrom(START).instant()).isBetween(START, START.plusSeconds(60));
    }

    @Test
    void a_modules_tests_begin_at_their_usual_moment_unless_a_property_names_another() {
        String before = System.setProperty("klimrek.test.start", "");
        try {
            assertThat(TestClock.beginningAt(START).instant()).isBetween(START, START.plusSeconds(60));
            Instant newYearsEve = Instant.parse("2026-12-31T22:50:00Z");
            System.setProperty("klimrek.test.start", newYearsEve.toString());
            assertThat(TestClock.beginningAt(START).instant()).isBetween(newYearsEve, newYearsEve.plusSeconds(60));
        } finally {
            System.setProperty("klimrek.test.start", before == null ? "" : before);
        }
    }

    @Test
    void a_clock_does_not_go_back() {
        TestClock clock = TestClock.stoppedAt(START);
        assertThatThrownBy(() -> clock.advanceTo(START.minusMillis(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.instant()).isEqualTo(START);
    }
}
