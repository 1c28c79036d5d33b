package nl.klimrek.standalone.demo;

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

/** Judges an event by the published schemas and by the rule that words stay at home. */
final class FactCheck {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final TypedWords words;
    private final Map<String, Schema> byType = new HashMap<>();

    FactCheck(TypedWords words) {
        this.words = words;
    }

    /** @throws Missing naming the event and what is wrong with it */
    void check(Fact fact) {
        if (fact.data().isEmpty()) {
            Missing.unless(
                    fact.topic().equals(Topics.DIRECTORY), "Event %s on %s has no data.", fact.id(), fact.topic());
            return;
        }
        byType
                .computeIfAbsent(fact.type(), FactCheck::schema)
                .validate(
                        fact.data(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .findFirst()
                .ifPresent(wrong -> {
                    throw new Missing("Event " + fact.id() + " is no valid " + fact.type() + ": " + wrong);
                });
        if (!fact.topic().equals(Topics.DIRECTORY)) {
            words.firstIn(fact.data() + " " + fact.headers().values()).ifPresent(leaked -> {
                throw new Missing(
                        "Event " + fact.id() + " (" + fact.type() + ") holds the typed word \"" + leaked + "\".");
            });
        }
    }

    private static Schema schema(String type) {
        try (InputStream schema = Contracts.schemaOf(type)) {
            Missing.unless(schema != null, "There is no published schema of %s.", type);
            return SCHEMAS.getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
