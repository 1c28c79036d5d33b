package nl.klimrek.acceptance.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values that have broken programs before, for every part of a request. */
final class HostileInput {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "$where",
            "{\"$gt\":\"\"}",
            "a b",
            "x/y",
            "..",
            "../../etc/passwd",
            "%00",
            "\u0000",
            "a\u202eb",
            "\u2028",
            "ä",
            "🦓",
            "'",
            "\"",
            "`",
            "<script>",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "null",
            "true",
            "-1",
            "0",
            "1e9",
            "NaN",
            "99999999999999999999",
            "2027-02-30",
            "+999999999-12-31",
            "0000-00-00",
            "2027-03-01T09:00:00+99:00",
            "demo/x",
            "a,b",
            "a|b",
            "a;b",
            "a:b",
            "x".repeat(201),
            "y".repeat(5_000),
            "=cmd()",
            "\r\nX: y",
            "0x10",
            "٣",
            "1-10",
            "e\u0301".repeat(50));

    private final Random random;

    HostileInput(Random random) {
        this.random = random;
    }

    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** A path segment that is not empty and that Tomcat itself accepts. */
    String id() {
        String text = text();
        return text.isEmpty()
                        || text.contains("/")
                        || text.contains("%")
                        || text.contains("\u0000")
                        || text.equals("..")
                ? "unknown-1"
                : text;
    }

    String contentType() {
        return List.of(
                        "application/json",
                        "text/csv",
                        "text/plain",
                        "application/xml",
                        "application/json;charset=utf-16",
                        "x",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data; boundary=x")
                .get(random.nextInt(8));
    }

    /** Some declared parameters and an undeclared one, with values that may be invalid. */
    String query(Operation operation) {
        List<String> names = new ArrayList<>(List.of("sort"));
        operation.described().path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        });
        StringBuilder query = new StringBuilder();
        for (String name : names) {
            if (random.nextBoolean()) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(EdgePlatform.encoded(text()));
            }
        }
        return query.toString();
    }

    /** The body with one or two values changed, or cut, or doubled. */
    String changed(JsonNode body) {
        JsonNode changed = body.deepCopy();
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            spoil(changed);
        }
        String text = changed.toString();
        return switch (random.nextInt(12)) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> text + text;
            case 2 -> "[" + text + "]";
            case 3 -> text.replaceFirst("\"[^\"]*\"", "\"\\\\ud800\"");
            default -> text;
        };
    }

    private void spoil(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            JsonNode child = object.get(name);
            if (child.isContainerNode() && !child.isEmpty() && random.nextInt(3) > 0) {
                spoil(child);
            } else if (random.nextInt(8) == 0) {
                object.remove(name);
            } else {
                object.set(name, value());
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            if (array.get(at).isContainerNode() && random.nextInt(3) > 0) {
                spoil(array.get(at));
            } else {
                array.set(at, value());
            }
        } else if (node instanceof ObjectNode object) {
            object.set("unknown", value());
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(-random.nextInt(10));
            case 3 -> NODES.numberNode(random.nextDouble() * 1e300);
            case 4 -> NODES.booleanNode(random.nextBoolean());
            case 5 -> NODES.arrayNode().add(text()).addNull();
            case 6 -> NODES.objectNode().put("$where", text());
            default -> NODES.textNode(text());
        };
    }
}
