package nl.klimrek.servicekit.tracing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Writes log lines as JSON in Elastic Common Schema, for a process that runs several services: each line has the name of
 * its own in {@code service.name} and its trace in {@code trace.id}.
 */
public final class EcsEncoder extends StructuredLogEncoder {

    /** Takes the pattern of a text encoder in whose place this one stands; JSON has none. */
    public void setPattern(String ignored) {
        addInfo("JSON lines have no pattern");
    }

    @Override
    public void start() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "ecs",
                        Map.of(
                                "logging.structured.json.customizer",
                                ServiceAndTrace.class.getName(),
                                "logging.structured.ecs.service.name",
                                ServiceName.PLATFORM)));
        getContext().putObject(Environment.class.getName(), environment);
        setFormat("ecs");
        setCharset(StandardCharsets.UTF_8);
        super.start();
    }

    /** Adds the fields that ECS has names for. */
    public static final class ServiceAndTrace implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

        @Override
        public void customize(JsonWriter.Members<ILoggingEvent> members) {
            members.applyingValueProcessor(JsonWriter.ValueProcessor.of((String any) -> ServiceName.current())
                    .whenHasPath("service.name"));
            members.add("trace", event -> event.getMDCPropertyMap().get("traceId"))
                    .whenNotNull()
                    .usingMembers(trace -> trace.add("id", id -> id));
        }
    }
}
