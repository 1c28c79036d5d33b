package nl.klimrek.testkit.events;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.klimrek.contracts.Contracts;

/** Validates the data of an event against the JSON Schema of its type, formats such as dates included. */
public final class EventSchema {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> BY_TYPE = new ConcurrentHashMap<>();

    private EventSchema() {}

    /**
     * What does not fit, as sentences; empty for valid data.
     *
     * @param type CloudEvents type
     * @param json data of the event
     * @throws IllegalArgumentException there is no schema of this type
     */
    public static List<String> violations(String type, String json) {
        return BY_TYPE
                .computeIfAbsent(type, EventSchema::read)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** What does not fit in a record of a topic. */
    public static List<String> violations(TopicRecord record) {
        return violations(record.type(), record.data());
    }

    private static Schema read(String type) {
        try (InputStream schema = Contracts.schemaOf(type)) {
            if (schema == null) {
                throw new IllegalArgumentException("no schema of " + type);
            }
            return REGISTRY.getSchema(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
