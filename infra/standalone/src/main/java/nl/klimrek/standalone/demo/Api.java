package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import nl.klimrek.contracts.ContractJson;

/** The portal's API as any connected portal uses it: JSON, a bearer token, a fresh idempotency key for every POST. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String portal;
    private final Supplier<String> correlation;

    /** @param correlation id of the step that is being played */
    Api(String portal, Supplier<String> correlation) {
        this.portal = portal;
        this.correlation = correlation;
    }

    Answer get(String token, String path) {
        return send("GET", path, request(token, path).GET());
    }

    /** @param key repeats an earlier POST when it is that one's */
    Answer post(String token, String path, Object body, UUID key) {
        return send(
                "POST",
                path,
                request(token, path).header("Idempotency-Key", key.toString()).POST(json(body)));
    }

    /** @param etag version that was read */
    Answer put(String token, String path, Object body, String etag) {
        return send("PUT", path, request(token, path).header("If-Match", etag).PUT(json(body)));
    }

    private HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "nl")
                .header("X-Correlation-Id", correlation.get());
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(String method, String path, HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    method + " " + path,
                    response.statusCode(),
                    body(response.body()),
                    response.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw away(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(ContractJson.mapper().writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    private static JsonNode body(byte[] bytes) {
        try {
            return bytes.length == 0
                    ? MissingNode.getInstance()
                    : ContractJson.mapper().readTree(bytes);
        } catch (IOException noJson) {
            // What a proxy answers may be a page; the status says enough.
            return MissingNode.getInstance();
        }
    }

    private Missing away(IOException e) {
        return new Missing(
                "Klimrek stopped answering at " + portal + " (" + e.getClass().getSimpleName() + ").");
    }

    private static Missing interrupted() {
        Thread.currentThread().interrupt();
        return new Missing("The demo was interrupted.");
    }
}
