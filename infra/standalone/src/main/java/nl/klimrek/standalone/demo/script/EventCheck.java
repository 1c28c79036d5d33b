package nl.klimrek.standalone.demo.script;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import nl.klimrek.standalone.demo.client.CollectedEvent;
import nl.klimrek.standalone.demo.client.DemoFailure;

/** Checks an event against its published schema, and that it contains no private text. */
public final class EventCheck {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final TypedWords words;
    private final Map<String, Schema> byType = new HashMap<>();

    public EventCheck(TypedWords words) {
        this.words = words;
    }

    /**
     * Checks one event.
     *
     * @throws DemoFailure naming the event and its fault
     */
    public void check(CollectedEvent event) {
        if (event.data().isEmpty()) {
            DemoFailure.unless(
                    event.topic().equals(Topics.DIRECTORY), "Event %s on %s has no data.", event.id(), event.topic());
            return;
        }
        byType
                .computeIfAbsent(event.type(), EventCheck::schema)
                .validate(
                        event.data(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .findFirst()
                .ifPresent(wrong -> {
                    throw new DemoFailure("Event " + event.id() + " is no valid " + event.type() + ": " + wrong);
                });
        if (!event.topic().equals(Topics.DIRECTORY)) {
            words.firstIn(event.data() + " " + event.headers().values()).ifPresent(leaked -> {
                throw new DemoFailure(
                        "Event " + event.id() + " (" + event.type() + ") holds the typed word \"" + leaked + "\".");
            });
        }
    }

    private static Schema schema(String type) {
        try (InputStream schema = Contracts.schemaOf(type)) {
            DemoFailure.unless(schema != null, "There is no published schema of %s.", type);
            return SCHEMAS.getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
