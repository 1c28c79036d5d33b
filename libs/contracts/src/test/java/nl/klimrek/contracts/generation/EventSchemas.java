package nl.klimrek.contracts.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Length;
import nl.klimrek.contracts.Minimum;
import nl.klimrek.contracts.StringFormat;

/**
 * Generates the JSON Schema of an event from its record: types and order from the components, descriptions and what is
 * optional from the Javadoc, forms and bounds from the annotations of {@code nl.klimrek.contracts}.
 */
final class EventSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, long.class, Integer.class, Long.class, BigDecimal.class);
    /** Order of keywords, so that a generated file can be read and compared. */
    private static final List<String> ORDER = List.of(
            "$schema",
            "$id",
            "title",
            "description",
            "type",
            "format",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "examples",
            "required",
            "properties",
            "items");

    private final SchemaGenerator generator = generator();

    ObjectNode of(Class<? extends Record> event) {
        String type = Contracts.typeOf(event);
        try {
            ObjectNode schema = JSON.createObjectNode();
            schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
            schema.put("$id", "https://klimrek.nl/schemas/" + type + ".json");
            schema.put("title", type);
            schema.put("description", RecordDocs.of(event).summary());
            schema.setAll((ObjectNode)
                    ordered(JSON.readTree(generator.generateSchema(event).toString())));
            return schema;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral()
                .withPropertySorter((unusedOne, unusedOther) -> 0)
                .withCustomDefinitionProvider((type, context) -> type.isInstanceOf(Enum.class)
                        ? new CustomDefinition(
                                context.getGeneratorConfig()
                                        .createObjectNode()
                                        .put("type", "string")
                                        .put("pattern", StringFormat.Kind.CODE.pattern())
                                        .set(
                                                "examples",
                                                constants(
                                                        type.getErasedType(),
                                                        context.getGeneratorConfig()
                                                                .createArrayNode())),
                                CustomDefinition.INLINE_DEFINITION,
                                CustomDefinition.INCLUDING_ATTRIBUTES)
                        : null);
        config.forFields()
                .withDescriptionResolver(
                        field -> isItem(field) ? null : docs(field).sentence(field.getName()))
                .withRequiredCheck(field -> !isItem(field) && !docs(field).isOptional(field.getName()))
                .withStringPatternResolver(EventSchemas::pattern)
                .withStringMinLengthResolver(
                        field -> length(field) == null ? null : length(field).min())
                .withStringMaxLengthResolver(
                        field -> length(field) == null ? null : length(field).max())
                .withNumberInclusiveMinimumResolver(EventSchemas::minimum);
        return new SchemaGenerator(config.build());
    }

    private static tools.jackson.databind.node.ArrayNode constants(
            Class<?> type, tools.jackson.databind.node.ArrayNode names) {
        Stream.of(type.getEnumConstants()).forEach(constant -> names.add(((Enum<?>) constant).name()));
        return names;
    }

    private static boolean isItem(FieldScope field) {
        return field.isFakeContainerItemScope();
    }

    private static RecordDocs docs(FieldScope field) {
        return RecordDocs.of(field.getRawMember().getDeclaringClass());
    }

    private static String pattern(FieldScope field) {
        if (field.getRawMember().getType() != String.class || length(field) != null) {
            return null;
        }
        StringFormat form = field.getRawMember().getAnnotation(StringFormat.class);
        return (form == null ? StringFormat.Kind.ID : form.value()).pattern();
    }

    private static Length length(FieldScope field) {
        return field.getRawMember().getAnnotation(Length.class);
    }

    private static BigDecimal minimum(FieldScope field) {
        Minimum minimum = field.getRawMember().getAnnotation(Minimum.class);
        return NUMBERS.contains(field.getRawMember().getType())
                ? BigDecimal.valueOf(minimum == null ? 0 : minimum.value())
                : null;
    }

    /** Keywords in one order; the names of required fields in the order of the fields. */
    private static JsonNode ordered(JsonNode schema) {
        ObjectNode sorted = JSON.createObjectNode();
        ORDER.stream().filter(schema::has).forEach(keyword -> sorted.set(keyword, schema.get(keyword)));
        schema.properties().forEach(keyword -> {
            if (!sorted.has(keyword.getKey())) {
                throw new IllegalStateException("the generator wrote a keyword without a place: " + keyword);
            }
        });
        if (schema.has("properties")) {
            ObjectNode properties = JSON.createObjectNode();
            schema.get("properties")
                    .properties()
                    .forEach(field -> properties.set(field.getKey(), ordered(field.getValue())));
            sorted.set("properties", properties);
            var required = JSON.createArrayNode();
            properties.fieldNames().forEachRemaining(name -> {
                for (JsonNode each : schema.path("required")) {
                    if (each.asText().equals(name)) {
                        required.add(name);
                    }
                }
            });
            sorted.set("required", required);
        }
        if (schema.has("items")) {
            sorted.set("items", ordered(schema.get("items")));
        }
        return sorted;
    }
}
