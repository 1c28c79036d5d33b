package nl.klimrek.testkit.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to one HTTP request. */
public record HttpAnswer(int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON; a missing node when there is no body. */
    public JsonNode json() {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(status + " without JSON: " + body, unreadable);
        }
    }

    /** The text at a field name or JSON pointer ({@code "/items/0/id"}); null when there is none. */
    public @Nullable String text(String field) {
        JsonNode found = json().at(field.startsWith("/") ? field : "/" + field);
        return found.isMissingNode() || found.isNull() ? null : found.asText();
    }

    /** The {@code id} of each of a list's {@code items}. */
    public List<String> ids() {
        return json().path("items").findValuesAsText("id");
    }

    /** The {@code code} of problem details; empty text for any other answer. */
    public String code() {
        return json().path("code").asText();
    }

    /** Status and problem code, such as {@code "409 version-stale"}. */
    public String problem() {
        return status + " " + code();
    }

    /** The {@code ETag}; null when there is none. */
    public @Nullable String etag() {
        return header("ETag").orElse(null);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Returns this answer when it is a success; fails the test otherwise. */
    public HttpAnswer ok() {
        if (status < 200 || status >= 300) {
            throw new AssertionError(status + " " + body);
        }
        return this;
    }
}
