package nl.klimrek.standalone.demo.client;

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

/** HTTP client of the portal's API: JSON, a bearer token, and an idempotency key for every POST. */
public final class ApiClient {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build();
    private final String portal;
    private final Supplier<String> correlation;

    /** @param correlation supplies the correlation id of the current step */
    public ApiClient(String portal, Supplier<String> correlation) {
        this.portal = portal;
        this.correlation = correlation;
    }

    public ApiResponse get(String token, String path) {
        return send("GET", path, request(token, path).GET());
    }

    /** A file that is not JSON. @throws DemoFailure when it is refused */
    public byte[] file(String token, String path) {
        try {
            HttpResponse<byte[]> response = http.send(request(token, path).GET().build(), BodyHandlers.ofByteArray());
            DemoFailure.unless(
                    response.statusCode() == 200, "GET %s was refused with %d.", path, response.statusCode());
            return response.body();
        } catch (IOException e) {
            throw away(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /**
     * Sends a POST.
     *
     * @param key idempotency key; the key of an earlier POST repeats that one
     */
    public ApiResponse post(String token, String path, Object body, UUID key) {
        return send(
                "POST",
                path,
                request(token, path).header("Idempotency-Key", key.toString()).POST(json(body)));
    }

    /**
     * Sends a PUT.
     *
     * @param etag entity tag of the version that was read
     */
    public ApiResponse put(String token, String path, Object body, String etag) {
        return send("PUT", path, request(token, path).header("If-Match", etag).PUT(json(body)));
    }

    private HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Accept", "application/json, */*;q=0.5")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "nl")
                .header("X-Correlation-Id", correlation.get());
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private ApiResponse send(String method, String path, HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new ApiResponse(
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
            // A proxy may answer with a page; the status suffices.
            return MissingNode.getInstance();
        }
    }

    private DemoFailure away(IOException e) {
        return new DemoFailure(
                "Klimrek stopped answering at " + portal + " (" + e.getClass().getSimpleName() + ").");
    }

    private static DemoFailure interrupted() {
        Thread.currentThread().interrupt();
        return new DemoFailure("The demo was interrupted.");
    }
}
