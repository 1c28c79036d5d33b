package nl.klimrek.acceptance.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.contracts.ContractJson;

/** An API client for servers that get killed: a request has an answer or none. */
final class UnreliableApiClient {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final String portal;
    private final boolean retrying;
    private final List<String> unserved = new CopyOnWriteArrayList<>();
    private final AtomicInteger retries = new AtomicInteger();

    UnreliableApiClient(String portal) {
        this(portal, false);
    }

    private UnreliableApiClient(String portal, boolean retrying) {
        this.portal = portal;
        this.retrying = retrying;
    }

    /** A client that retries a failed request once, at once, and notes what failed after that. */
    static UnreliableApiClient retryingOnce(String portal) {
        return new UnreliableApiClient(portal, true);
    }

    /** Requests that failed twice: a broken connection, or an answer from 500 on. */
    List<String> unserved() {
        return unserved;
    }

    int retries() {
        return retries.get();
    }

    /** Any complete answer, whatever its status; empty when the connection failed. */
    Optional<Answer> get(String path, String token) throws InterruptedException {
        return send(request(path, token).GET());
    }

    /** @param command used as idempotency key and correlation id */
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
                .timeout(REQUEST_TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private Optional<Answer> send(HttpRequest.Builder request) throws InterruptedException {
        Optional<Answer> first = attempt(request);
        if (!retrying || isServed(first)) {
            return first;
        }
        retries.incrementAndGet();
        Optional<Answer> second = attempt(request);
        if (!isServed(second)) {
            unserved.add(request.build().method() + " " + request.build().uri() + ": " + first + ", then " + second);
        }
        return second;
    }

    private static boolean isServed(Optional<Answer> answer) {
        return answer.filter(complete -> complete.status() < 500).isPresent();
    }

    private Optional<Answer> attempt(HttpRequest.Builder request) throws InterruptedException {
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
     * A complete HTTP answer.
     *
     * @param etag null when there is none
     */
    record Answer(int status, String body, String etag) {

        boolean accepted() {
            return status >= 200 && status < 300;
        }

        /** Whether a retry may succeed. */
        boolean retryable() {
            return status >= 500 || status == 429 || status == 404;
        }

        JsonNode json() {
            try {
                return ContractJson.mapper().readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException("no JSON: " + body, e);
            }
        }

        /** The version of the changed resource, from its ETag. */
        long version() {
            return Long.parseLong(etag.replaceAll("\\D", ""));
        }
    }
}
