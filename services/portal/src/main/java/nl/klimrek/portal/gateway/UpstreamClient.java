package nl.klimrek.portal.gateway;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.gateway.UpstreamUnavailableException.Why;
import org.springframework.stereotype.Component;

/**
 * Asks services over HTTP, for the gateway and the pages alike.
 *
 * <p>Guarantee: what changes something is sent once. GET and HEAD are sent once more when the connection failed. One
 * service that hangs or is gone holds a bounded number of threads, and after repeated failures none: its circuit is open
 * for a while and it is not asked. An answer of whatever status counts as an answer.
 */
@Component
public final class UpstreamClient {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");

    private final HttpClient http;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final PortalSettings settings;

    UpstreamClient(
            HttpClient http, CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads, PortalSettings settings) {
        this.http = http;
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.settings = settings;
    }

    /** What is done with an answer while its body still comes in. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(HttpResponse<InputStream> answer) throws IOException;
    }

    /**
     * The address of a path at a service.
     *
     * @param pathAndQuery encoded as it goes over the wire
     * @throws UpstreamUnavailableException when nobody said where the service is
     * @throws IllegalArgumentException when that is no address
     */
    public URI address(Upstream service, String pathAndQuery) {
        URI base = settings.addressOf(service.id())
                .orElseThrow(() ->
                        new UpstreamUnavailableException(service, Why.UNREACHABLE, pause(breaker(service)), null));
        return URI.create(base + pathAndQuery);
    }

    /**
     * Sends a request and hands over the answer; the body is closed afterwards.
     *
     * @throws UpstreamUnavailableException when there is no answer
     * @throws IOException when reading the answer fails
     */
    public <T> T ask(Upstream service, HttpRequest request, Reading<T> reading) throws IOException {
        Bulkhead bulkhead = bulkheads.bulkhead(service.id());
        try {
            bulkhead.acquirePermission();
        } catch (BulkheadFullException full) {
            throw new UpstreamUnavailableException(service, Why.BUSY, SOON, full);
        }
        try {
            HttpResponse<InputStream> answer = answer(service, request);
            try (InputStream body = answer.body()) {
                return reading.read(answer);
            }
        } finally {
            bulkhead.onComplete();
        }
    }

    private HttpResponse<InputStream> answer(Upstream service, HttpRequest request) {
        CircuitBreaker breaker = breaker(service);
        try {
            return attempt(breaker, request);
        } catch (HttpTimeoutException slow) {
            Why why = slow instanceof HttpConnectTimeoutException ? Why.UNREACHABLE : Why.SLOW;
            throw new UpstreamUnavailableException(service, why, SOON, slow);
        } catch (CallNotPermittedException open) {
            throw new UpstreamUnavailableException(service, Why.UNREACHABLE, pause(breaker), open);
        } catch (IOException broken) {
            throw new UpstreamUnavailableException(service, Why.UNREACHABLE, SOON, broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UpstreamUnavailableException(service, Why.UNREACHABLE, SOON, stopping);
        }
    }

    private HttpResponse<InputStream> attempt(CircuitBreaker breaker, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return once(breaker, request);
        } catch (HttpTimeoutException slow) {
            throw slow;
        } catch (IOException broken) {
            if (REPEATABLE.contains(request.method())) {
                return once(breaker, request);
            }
            throw broken;
        }
    }

    private HttpResponse<InputStream> once(CircuitBreaker breaker, HttpRequest request)
            throws IOException, InterruptedException {
        breaker.acquirePermission();
        long begin = System.nanoTime();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            return answer;
        } catch (IOException failure) {
            breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, failure);
            throw failure;
        } catch (InterruptedException stopping) {
            breaker.releasePermission();
            throw stopping;
        }
    }

    private CircuitBreaker breaker(Upstream service) {
        return breakers.circuitBreaker(service.id());
    }

    private static Duration pause(CircuitBreaker breaker) {
        return Duration.ofMillis(breaker.getCircuitBreakerConfig()
                .getWaitIntervalFunctionInOpenState()
                .apply(1));
    }
}
