package nl.klimrek.standalone.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/** A demo user with their own token. */
public final class DemoUser {

    private static final Map<String, Object> NOTHING = Map.of();

    private final String name;
    private final String token;
    private final ApiClient api;

    public DemoUser(String name, String token, ApiClient api) {
        this.name = name;
        this.token = token;
        this.api = api;
    }

    /** Name as the demo prints it. */
    public String name() {
        return name;
    }

    public String token() {
        return token;
    }

    /** Person id. */
    public String id() {
        return get("/api/people/me").get("person").asText();
    }

    public JsonNode get(String path) {
        return tryGet(path).required().body();
    }

    /** Returns the response, even if it is a refusal. */
    public ApiResponse tryGet(String path) {
        return api.get(token, path);
    }

    /** Downloads a file, whatever its form. */
    public byte[] file(String path) {
        return api.file(token, path);
    }

    public ApiResponse post(String path) {
        return post(path, NOTHING);
    }

    public ApiResponse post(String path, Map<String, ?> body) {
        return tryPost(path, body).required();
    }

    /** Returns the response, even if it is a refusal. */
    public ApiResponse tryPost(String path, Map<String, ?> body) {
        return postWithKey(path, body, UUID.randomUUID());
    }

    /** Sends a POST with the given idempotency key, which may have been used before. */
    public ApiResponse postWithKey(String path, Map<String, ?> body, UUID key) {
        return api.post(token, path, body, key);
    }

    public ApiResponse put(String path, Map<String, ?> body, String etag) {
        return api.put(token, path, body, etag);
    }
}
