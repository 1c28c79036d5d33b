package nl.klimrek.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What the running service says of itself. */
final class OpenApi {

    private static final JsonNode DOCUMENT =
            ConversationsUnderTest.SERVICE.anonymous().get("/v3/api-docs").ok().json();

    private OpenApi() {}

    /** The body as it is sent; refuses to make one up. */
    static String example(Endpoint endpoint) {
        JsonNode example = content(endpoint).path("example");
        if (example.isMissingNode()) {
            throw new AssertionError("no example of what is sent to " + endpoint);
        }
        return example.isTextual() ? example.textValue() : example.toString();
    }

    private static JsonNode content(Endpoint endpoint) {
        JsonNode content = DOCUMENT.path("paths")
                .path(endpoint.pattern())
                .path(endpoint.method().name().toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path("content");
        return content.isEmpty()
                ? content
                : content.path("application/json").isObject()
                        ? content.path("application/json")
                        : content.elements().next();
    }
}
