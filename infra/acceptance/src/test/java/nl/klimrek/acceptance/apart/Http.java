package nl.klimrek.acceptance.apart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import nl.klimrek.contracts.ContractJson;

/** The API as a caller sees it whose requests may break off: an answer, or none. */
final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final String portal;

    Http(String portal) {
        this.portal = portal;
    }

    /** An answer, whatever its status; empty when nobody answered to the end. */
    Optional<Answer> get(String path, String token) throws InterruptedException {
        return send(request(path, token).GET());
    }

    /** @param command idempotency key and correlation id at once */
    Optional<Answer> post(String path, String token, Object body, String command) throws InterruptedException {
        try {
            return send(request(path, token)
                    .header("Idempotency-Key", command)
                    .header("X-Correlation-Id", command)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            ContractJson.mapper().writeValueAsString(body))));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : portal + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private Optional<Answer> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return Optional.of(new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("ETag").orElse(null)));
        } catch (IOException brokenOff) {
            return Optional.empty();
        }
    }

    /**
     * What came back.
     *
     * @param etag null when there is none
     */
    record Answer(int status, String body, String etag) {

        boolean accepted() {
            return status >= 200 && status < 300;
        }

        /** Whether another try may be answered otherwise. */
        boolean passing() {
            return status >= 500 || status == 429 || status == 404;
        }

        JsonNode json() {
            try {
                return ContractJson.mapper().readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException("no JSON: " + body, e);
            }
        }

        /** The number in the ETag: the version of what was changed. */
        long version() {
            return Long.parseLong(etag.replaceAll("\\D", ""));
        }
    }
}
