package nl.klimrek.acceptance.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klimrek.acceptance.RunningPlatform;
import org.springframework.http.HttpHeaders;

/** A separate platform for tests that send hostile requests, with the demo's people by name. */
final class EdgePlatform {

    static final ObjectMapper JSON = new ObjectMapper();
    private static EdgePlatform shared;

    final RunningPlatform platform;
    final TokenMint mint;
    final JsonNode openApi;
    private final Map<String, String> idsByEmail = new HashMap<>();

    private EdgePlatform() {
        try {
            platform = RunningPlatform.fresh();
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
            mint = new TokenMint(
                    Files.readString(platform.data.resolve("secrets/signing-key.pem")), platform.url("/identity"));
            openApi = JSON.readTree(
                    platform.untilAnswered(HttpRequest.newBuilder(URI.create(platform.url("/api/openapi.json"))))
                            .body());
            for (JsonNode person : JSON.readTree(platform.get("/api/people?limit=200", platform.token("hr"))
                            .body())
                    .path("items")) {
                idsByEmail.put(
                        person.path("email").asText(), person.path("person").asText());
            }
            assertThat(idsByEmail).hasSize(14);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized EdgePlatform shared() {
        if (shared == null) {
            shared = new EdgePlatform();
        }
        return shared;
    }

    /** The person id of a demo person. */
    String idOf(String name) {
        return idsByEmail.get(name + "@demo.example");
    }

    /** A valid token of a demo person. */
    String tokenOf(String name, String... roles) {
        return mint.token(idOf(name), "demo", List.of(roles));
    }

    /** Sends a request; token, content type and body may be null. */
    HttpResponse<String> send(String method, String path, String token, String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.url(path)))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        if (contentType != null) {
            request.header(HttpHeaders.CONTENT_TYPE, contentType);
        }
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return platform.send(request);
    }

    /** Sends a request that must succeed and returns its JSON. */
    JsonNode ok(String method, String path, String token, String body) {
        HttpResponse<String> answer = send(method, path, token, body == null ? null : "application/json", body);
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isBetween(200, 299);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code GET /health/ready} answers. */
    HttpResponse<String> readiness() {
        return send("GET", "/health/ready", null, null, null);
    }

    /** Waits until all parts are ready; if they stay unready, says which are. */
    void awaitReady() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            HttpResponse<String> answer = readiness();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        });
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
