package nl.klimrek.portal.gateway;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One pooled client for everything behind the portal, and a circuit breaker and a bulkhead for each service. */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Redirects are answers like any other: who asked follows them, or not. */
    @Bean
    HttpClient httpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Bean
    CircuitBreakerRegistry circuitBreakers(ResilienceSettings settings) {
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindow(
                        settings.lastCalls(), settings.leastCalls(), CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(settings.failedShare())
                .waitDurationInOpenState(settings.leaveAlone())
                .permittedNumberOfCallsInHalfOpenState(settings.leastCalls())
                .ignoreException(SenderFailedException::isCauseOf)
                .build());
    }

    @Bean
    BulkheadRegistry bulkheads(ResilienceSettings settings) {
        return BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(settings.atOnce())
                .maxWaitDuration(settings.patience())
                .build());
    }

    @Bean
    MeterBinder circuitBreakerMeters(CircuitBreakerRegistry breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
    }

    @Bean
    MeterBinder bulkheadMeters(BulkheadRegistry bulkheads) {
        return TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads);
    }
}
