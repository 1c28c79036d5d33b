package nl.klimrek.portal.signin;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Sends requests of a REST client through a circuit breaker; an open circuit is an {@link IOException}. */
final class CircuitBreakerInterceptor implements ClientHttpRequestInterceptor {
    private final CircuitBreaker breaker;

    CircuitBreakerInterceptor(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException open) {
            throw new IOException(open);
        }
        long begin = breaker.getCurrentTimestamp();
        try {
            ClientHttpResponse response = execution.execute(request, body);
            breaker.onSuccess(breaker.getCurrentTimestamp() - begin, breaker.getTimestampUnit());
            return response;
        } catch (IOException failure) {
            breaker.onError(breaker.getCurrentTimestamp() - begin, breaker.getTimestampUnit(), failure);
            throw failure;
        } catch (RuntimeException unexpected) {
            breaker.releasePermission();
            throw unexpected;
        }
    }
}
