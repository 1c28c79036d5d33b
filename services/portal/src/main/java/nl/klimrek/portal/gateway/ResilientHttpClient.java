package nl.klimrek.portal.gateway;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.functions.CheckedSupplier;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Sends HTTP requests through the circuit breaker, the bulkhead and the retry of the same name, see {@code resilience4j} in
 * {@code portal.yaml}.
 *
 * <p>Guarantee: a request that changes something is sent once. GET and HEAD are repeated when the connection breaks. A server
 * that hangs or is gone holds a bounded number of threads; after repeated failures it gets no request until its circuit
 * closes. A response of any status is a success.
 */
@Component
public final class ResilientHttpClient {
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");
    private final HttpClient streaming;
    private final BlockingHttpClient blocking;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final RetryRegistry retries;

    ResilientHttpClient(
            HttpClient streaming,
            BlockingHttpClient blocking,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            RetryRegistry retries) {
        this.streaming = streaming;
        this.blocking = blocking;
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.retries = retries;
    }

    /**
     * Sends a request and lets the handler read the response; closes the body afterwards.
     *
     * @param server name of the instances to use
     * @throws NoResponseException when there is no response
     * @throws IOException         when reading the response fails
     */
    public <T> T send(String server, HttpRequest request, ResponseHandler<T> handler) throws IOException {
        Bulkhead bulkhead = bulkheads.bulkhead(server);
        try {
            bulkhead.acquirePermission();
        } catch (BulkheadFullException full) {
            throw new NoResponseException(full);
        }
        try {
            HttpResponse<InputStream> response = response(server, request);
            try (InputStream body = response.body()) {
                return handler.handle(response);
            }
        } finally {
            bulkhead.onComplete();
        }
    }

    /** How long the circuit of a server stays open. */
    Duration openDuration(String server) {
        return Duration.ofMillis(breakers.circuitBreaker(server)
                .getCircuitBreakerConfig()
                .getWaitIntervalFunctionInOpenState()
                .apply(1));
    }

    private HttpResponse<InputStream> response(String server, HttpRequest request) throws IOException {
        CheckedSupplier<HttpResponse<InputStream>> attempt = breakers.circuitBreaker(server)
                .decorateCheckedSupplier(() -> BlockingHttpClient.canSend(request)
                        ? blocking.send(request)
                        : streaming.send(request, HttpResponse.BodyHandlers.ofInputStream()));
        try {
            return REPEATABLE.contains(request.method())
                    ? Retry.decorateCheckedSupplier(retries.retry(server), attempt)
                            .get()
                    : attempt.get();
        } catch (IOException | CallNotPermittedException noResponse) {
            throw new NoResponseException(noResponse);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NoResponseException(stopping);
        } catch (RuntimeException | Error unexpected) {
            throw unexpected;
        } catch (Throwable undeclared) {
            throw new IllegalStateException(undeclared);
        }
    }
}
