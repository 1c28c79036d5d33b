package nl.klimrek.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailServerPropertiesTest {

    @Test
    void by_default_eight_connections_send_twenty_thousand_messages_a_minute() {
        MailServerProperties defaults = bound(Map.of());
        assertThat(defaults.connections()).isEqualTo(8);
        assertThat(defaults.interval()).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void every_connection_gets_its_turn_at_the_lowest_rate() {
        MailServerProperties slowest = new MailServerProperties(15, 30, 100);
        assertThat(slowest.interval().multipliedBy(slowest.connections())).isLessThan(MailServerProperties.MAX_WAIT);
    }

    @ParameterizedTest
    @CsvSource({
        "connections,0",
        "connections,16",
        "messages-per-minute,29",
        "messages-per-minute,60001",
        "messages-per-connection,0",
        "messages-per-connection,1001"
    })
    void a_value_out_of_range_stops_the_start_and_is_named(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("klimrek.reminders.mail-server." + name, value)))
                .rootCause()
                .hasMessageStartingWith("klimrek.reminders.mail-server." + name);
    }

    private static MailServerProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("klimrek.reminders.mail-server", MailServerProperties.class);
    }
}
