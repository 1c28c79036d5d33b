package nl.klimrek.reminders.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import nl.klimrek.eventing.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RemindersPropertiesTest {

    @Test
    void by_default_prompts_are_sent_in_office_hours_on_working_days() {
        RemindersProperties defaults = bound(Map.of());
        assertThat(defaults.hoursOf(new Organisation("demo")).onlyWorkingDays()).isTrue();
        assertThat(defaults.hoursOf(new Organisation("demo")).from()).hasToString("09:00");
    }

    @Test
    void only_a_named_organisation_is_prompted_around_the_clock() {
        RemindersProperties some = bound(Map.of("klimrek.reminders.around-the-clock.night-shift", "true"));
        assertThat(some.hoursOf(new Organisation("night-shift")).onlyWorkingDays())
                .isFalse();
        assertThat(some.hoursOf(new Organisation("day-shift")).onlyWorkingDays())
                .isTrue();
    }

    @Test
    void a_slash_at_the_end_of_the_portals_address_is_removed() {
        assertThat(bound(Map.of("klimrek.reminders.portal-url", "https://portal.test/klimrek/"))
                        .portalUrl())
                .hasToString("https://portal.test/klimrek");
    }

    @ParameterizedTest
    @CsvSource({
        "settle,-1s",
        "settle,11m",
        "prepare-days-before,31",
        "prepare-days-before,-1",
        "agreement-days-before,31",
        "look-every,900ms",
        "look-every,6m",
        "from,18:00",
        "until,09:00"
    })
    void a_value_out_of_range_stops_the_start_and_is_named(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("klimrek.reminders." + name, value)))
                .rootCause()
                .hasMessageStartingWith("klimrek.reminders.")
                .hasMessageContaining(name);
    }

    private static RemindersProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("klimrek.reminders", RemindersProperties.class);
    }
}
