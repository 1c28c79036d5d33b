package nl.klimrek.acceptance.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Valid request bodies: the API description's example, or one generated from the schema. */
final class SampleBody {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;
    private final JsonNode openApi;

    SampleBody(JsonNode openApi) {
        this.openApi = openApi;
    }

    /** A valid body; null when the operation takes no JSON. */
    JsonNode of(Operation operation) {
        JsonNode json =
                operation.described().path("requestBody").path("content").path("application/json");
        if (json.isMissingNode()) {
            return null;
        }
        if (json.has("example")) {
            return json.path("example").deepCopy();
        }
        for (JsonNode example : json.path("examples")) {
            return example.path("value").deepCopy();
        }
        return made(json.path("schema"), 0);
    }

    private JsonNode made(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return made(openApi.at(schema.path("$ref").asText().substring(1)), depth);
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(0);
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").get(0).asText()
                : schema.path("type").asText();
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" ->
                NODES.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> NODES.booleanNode(true);
            default -> text(schema);
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode made = NODES.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(field -> made.set(field.getKey(), made(field.getValue(), depth + 1)));
        }
        return made;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode made = NODES.arrayNode();
        return depth < DEEPEST ? made.add(made(schema.path("items"), depth + 1)) : made;
    }

    /** The required query parameters, for this person. */
    String query(Operation operation, String person) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.described().path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                String name = parameter.path("name").asText();
                JsonNode value = made(parameter.path("schema"), 0);
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(EdgePlatform.encoded(
                                name.equals("person")
                                        ? person
                                        : value.isArray() ? value.path(0).asText() : value.asText()));
            }
        }
        return query.toString();
    }

    private static String worded(String pattern) {
        if (pattern == null) {
            return "In my own words";
        }
        return pattern.contains("https?") ? "https://example.org/1" : "a1";
    }

    private static TextNode text(JsonNode schema) {
        return NODES.textNode(
                switch (schema.path("format").asText()) {
                    case "date" -> "2027-03-01";
                    case "date-time" -> "2027-03-01T09:00:00Z";
                    case "uri" -> "https://example.org/1";
                    case "uuid" -> "7b0f2a64-51d0-4c3e-9a57-2f6f0c1d8e11";
                    default -> worded(schema.path("pattern").asText(null));
                });
    }
}
