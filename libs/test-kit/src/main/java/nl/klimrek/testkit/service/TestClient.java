package nl.klimrek.testkit.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.klimrek.servicekit.security.Role;

/**
 * Calls a service over HTTP as one person. Immutable: each {@code with…} method returns another client.
 *
 * <p>POST and DELETE carry a fresh {@code Idempotency-Key} unless one was set. A body that is a string is sent as it is;
 * anything else is written as JSON. No status is an error here; {@link HttpAnswer#ok()} makes it one.
 */
public final class TestClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String CONTENT_TYPE = "Content-Type";

    private final String base;
    private final Map<String, String> headers;

    private TestClient(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** A client without a token. {@code base} is put before each path. */
    public static TestClient to(String base) {
        return new TestClient(base, Map.of());
    }

    /** The same client with a token of this person. */
    public TestClient as(String person, String organisation, Role... roles) {
        return withHeader("Authorization", TestTokens.bearer(person, organisation, roles));
    }

    /** The same client for paths below this one. */
    public TestClient below(String path) {
        return new TestClient(base + path, headers);
    }

    /** The same client, sending {@code If-Match}. */
    public TestClient withIfMatch(String etag) {
        return withHeader("If-Match", etag);
    }

    /** The same client, sending this key with each request. */
    public TestClient withIdempotencyKey(String key) {
        return withHeader(IDEMPOTENCY_KEY, key);
    }

    /** The same client for a reader of this language. */
    public TestClient withLanguage(String tag) {
        return withHeader("Accept-Language", tag);
    }

    /** The same client, sending bodies of this media type; the default is JSON. */
    public TestClient withContentType(String mediaType) {
        return withHeader(CONTENT_TYPE, mediaType);
    }

    /** The same client with this header in place of an earlier one of the name. */
    public TestClient withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new TestClient(base, more);
    }

    /** JSON written with single quotes, for one-line bodies: {@code json("{'reason':'%s'}", "BUSY")}. */
    public static String json(String singleQuoted, Object... arguments) {
        return singleQuoted.replace('\'', '"').formatted(arguments);
    }

    public HttpAnswer get(String path) {
        return send(request(path).GET());
    }

    public HttpAnswer post(String path) {
        return send(withKey(request(path)).POST(BodyPublishers.noBody()));
    }

    public HttpAnswer post(String path, Object body) {
        return send(withKey(withBody("POST", path, body)));
    }

    public HttpAnswer put(String path, Object body) {
        return send(withBody("PUT", path, body));
    }

    public HttpAnswer delete(String path) {
        return send(withKey(request(path)).DELETE());
    }

    /** A request with this client's address and headers, to which a test adds what is special about it. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        return request;
    }

    public HttpAnswer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new HttpAnswer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private HttpRequest.Builder withBody(String method, String path, Object body) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofString(written(body)));
        return headers.containsKey(CONTENT_TYPE) ? request : request.header(CONTENT_TYPE, "application/json");
    }

    private HttpRequest.Builder withKey(HttpRequest.Builder request) {
        return headers.containsKey(IDEMPOTENCY_KEY)
                ? request
                : request.header(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
    }

    private static String written(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("not writable as JSON: " + body, unwritable);
        }
    }
}
