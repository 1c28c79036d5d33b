package nl.klimrek.servicekit.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogFormatTest {

    private final LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();

    @Test
    void a_thread_that_a_service_starts_writes_lines_of_that_service() throws Exception {
        String seen = ServiceName.startAs("people", () -> {
            var pool = Executors.newSingleThreadExecutor();
            try {
                return pool.submit(ServiceName::current).get();
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            } finally {
                pool.shutdown();
            }
        });
        assertThat(seen).isEqualTo("people");
        assertThat(ServiceName.current()).isEqualTo(ServiceName.PLATFORM);
    }

    @Test
    void a_start_that_fails_fails_with_its_own_exception() {
        assertThatThrownBy(() -> ServiceName.startAs("people", () -> {
                    throw new IllegalArgumentException("no store");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no store");
    }

    @Test
    void a_json_line_is_ecs_with_time_level_service_correlation_and_trace() throws IOException {
        EcsEncoder encoder = new EcsEncoder();
        encoder.setContext(logback);
        encoder.start();
        JsonNode line;
        try (var service = MDC.putCloseable(ServiceName.KEY, "people");
                var correlation = MDC.putCloseable("correlation", "c-1");
                var trace = MDC.putCloseable("traceId", "0af7651916cd43dd8448eb211c80319c")) {
            LoggingEvent event = new LoggingEvent(
                    "x", logback.getLogger("nl.klimrek.Sample"), Level.WARN, "Store unavailable", null, null);
            line = new ObjectMapper().readTree(encoder.encode(event));
        }
        assertThat(line.path("@timestamp").asText()).isNotEmpty();
        assertThat(line.at("/log/level").asText()).isEqualTo("WARN");
        assertThat(line.at("/service/name").asText()).isEqualTo("people");
        assertThat(line.at("/trace/id").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(line.path("correlation").asText()).isEqualTo("c-1");
        assertThat(line.path("message").asText()).isEqualTo("Store unavailable");
        assertThat(line.at("/ecs/version").asText()).isNotEmpty();
    }
}
