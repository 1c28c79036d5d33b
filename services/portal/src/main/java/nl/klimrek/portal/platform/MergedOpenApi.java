package nl.klimrek.portal.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One OpenAPI document out of several. A schema is named after its service ({@code people.PersonView}), because two
 * services may call different things alike; what the kit makes the same for all keeps its name.
 */
final class MergedOpenApi {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<String> SHARED = Set.of("Problem");

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final List<String> missing = new ArrayList<>();

    MergedOpenApi(String url) {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Klimrek")
                .put("version", "1")
                .put("description", "The development dialogue of an organisation; every service behind one door.");
        document.putArray("servers").addObject().put("url", url);
        document.putArray("security").addObject().putArray("bearer");
        document.putObject("paths");
        ObjectNode components = document.putObject("components");
        components.putObject("schemas");
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
    }

    /** Adds what a service says of itself; operation ids are unique in the platform, by each service's {@code operations.txt}. */
    MergedOpenApi add(String service, JsonNode api) {
        if (api.path("openapi").isTextual()) {
            document.put("openapi", api.path("openapi").textValue());
        }
        api.path("paths").properties().forEach(path -> {
            JsonNode operations = renamed(service, path.getValue());
            operations.forEach(operation -> tag(service, operation));
            ((ObjectNode) document.path("paths")).set(path.getKey(), operations);
        });
        api.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> ((ObjectNode) document.path("components").path("schemas"))
                        .set(name(service, schema.getKey()), renamed(service, schema.getValue())));
        return this;
    }

    /** Records that a service did not answer, so that the document is incomplete. */
    MergedOpenApi missing(String service) {
        missing.add(service);
        return this;
    }

    boolean whole() {
        return missing.isEmpty();
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    JsonNode document() {
        return document;
    }

    private static void tag(String service, JsonNode operation) {
        if (operation instanceof ObjectNode described) {
            described.putArray("tags").add(service);
        }
    }

    private static JsonNode renamed(String service, JsonNode node) {
        JsonNode copy = node.deepCopy();
        rename(service, copy);
        return copy;
    }

    private static void rename(String service, JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("$ref").isTextual()
                && object.path("$ref").textValue().startsWith(SCHEMAS)) {
            object.put(
                    "$ref",
                    SCHEMAS + name(service, object.path("$ref").textValue().substring(SCHEMAS.length())));
        }
        if (node instanceof ObjectNode object && object.path("pattern").isTextual()) {
            object.put("pattern", EcmaPattern.of(object.path("pattern").textValue()));
        }
        // Two handlers of one operation may answer with shapes of which one text fits both.
        if (node instanceof ObjectNode object && object.path("oneOf").isArray() && !object.has("discriminator")) {
            object.set("anyOf", object.remove("oneOf"));
        }
        node.forEach(child -> rename(service, child));
    }

    private static String name(String service, String schema) {
        return SHARED.contains(schema) ? schema : service + "." + schema;
    }
}
