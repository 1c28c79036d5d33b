package nl.klimrek.reminders.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A series whose days are shorter than those of a calendar, for a demonstration. */
class SeriesPropertiesTest {

    @Test
    void only_a_named_rule_has_days_of_another_length() {
        SeriesProperties properties = new SeriesProperties(Map.of("make-room", Duration.ofSeconds(1)));
        assertThat(properties.day().get("make-room")).isEqualTo(Duration.ofSeconds(1));
        assertThat(properties.day().get("hold")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.9S", "-PT1S", "PT24H1S"})
    void a_length_out_of_range_stops_the_start_and_is_named(String length) {
        assertThatThrownBy(() -> new SeriesProperties(Map.of("hold", Duration.parse(length))))
                .hasMessage("klimrek.reminders.series.day.hold must be 1 s to 1 d");
    }
}
