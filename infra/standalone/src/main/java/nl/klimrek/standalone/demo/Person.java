package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/** Somebody who plays along, with their own token. */
final class Person {

    private static final Map<String, Object> NOTHING = Map.of();

    private final String name;
    private final String token;
    private final Api api;

    Person(String name, String token, Api api) {
        this.name = name;
        this.token = token;
        this.api = api;
    }

    /** What the others call them. */
    String name() {
        return name;
    }

    String token() {
        return token;
    }

    /** Their person id. */
    String id() {
        return get("/api/people/me").get("person").asText();
    }

    JsonNode get(String path) {
        return read(path).required().body();
    }

    /** The answer, also when it is a refusal. */
    Answer read(String path) {
        return api.get(token, path);
    }

    Answer does(String path) {
        return does(path, NOTHING);
    }

    Answer does(String path, Map<String, ?> body) {
        return tries(path, body).required();
    }

    /** The answer, also when it is a refusal. */
    Answer tries(String path, Map<String, ?> body) {
        return repeats(path, body, UUID.randomUUID());
    }

    /** Sends under a key that may have been sent before. */
    Answer repeats(String path, Map<String, ?> body, UUID key) {
        return api.post(token, path, body, key);
    }

    Answer changes(String path, Map<String, ?> body, String etag) {
        return api.put(token, path, body, etag);
    }
}
