package nl.klimrek.contracts.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a JSON Schema says about one value, apart from prose.
 *
 * @param fields shapes of an object's fields by name
 * @param required names of those that are always there
 * @param items shape of an array's elements; null when it is no array
 * @param values values of a code that are known: those of {@code enum}, or of {@code examples} where later ones may come
 * @param limits every other keyword with its value, as text
 */
record Shape(
        Map<String, Shape> fields, Set<String> required, Shape items, Set<String> values, Map<String, String> limits) {

    private static final Set<String> PROSE = Set.of("$schema", "$id", "title", "description", "$comment");

    static Shape of(JsonNode schema) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        Map<String, String> limits = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
        schema.properties().stream()
                .filter(keyword -> !PROSE.contains(keyword.getKey()) && !isRead(keyword.getKey()))
                .forEach(keyword ->
                        limits.put(keyword.getKey(), keyword.getValue().toString()));
        Set<String> values = texts(schema.path("enum"));
        values.addAll(texts(schema.path("examples")));
        return new Shape(
                fields,
                texts(schema.path("required")),
                schema.has("items") ? of(schema.get("items")) : null,
                values,
                limits);
    }

    private static boolean isRead(String keyword) {
        return Set.of("properties", "required", "items", "enum", "examples").contains(keyword);
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
