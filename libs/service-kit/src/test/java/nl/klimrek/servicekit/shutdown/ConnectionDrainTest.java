package nl.klimrek.servicekit.shutdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ConnectionDrainTest {

    private final List<Object> events = new ArrayList<>();

    @Test
    void clients_are_asked_to_close_their_connections_from_the_moment_the_service_stops() throws Exception {
        ConnectionDrain drain = new ConnectionDrain(Duration.ofMillis(1), events::add);
        drain.start();
        assertThat(connectionHeader(drain)).isNull();
        drain.stop();
        assertThat(connectionHeader(drain)).isEqualTo("close");
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        AvailabilityChangeEvent.class,
                        event -> assertThat(event.getState()).isEqualTo(ReadinessState.REFUSING_TRAFFIC));
    }

    @Test
    void without_a_drain_time_a_stop_changes_nothing() throws Exception {
        ConnectionDrain drain = new ConnectionDrain(Duration.ZERO, events::add);
        drain.start();
        drain.stop();
        assertThat(connectionHeader(drain)).isNull();
        assertThat(events).isEmpty();
    }

    @Test
    void a_drain_is_at_most_five_seconds() {
        ShutdownConfiguration configuration = new ShutdownConfiguration();
        assertThatThrownBy(() -> configuration.connectionDrain(Duration.ofSeconds(6), events::add))
                .hasMessage("klimrek.shutdown.drain must be 0 to 5s");
    }

    private static String connectionHeader(ConnectionDrain drain) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        drain.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response.getHeader("Connection");
    }
}
