package nl.klimrek.servicekit.tracing;

import io.micrometer.common.KeyValues;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.security.config.observation.SecurityObservationSettings;

/**
 * Tracing by Micrometer and OpenTelemetry. Every request and every handled event is a span; spans are recorded and exported
 * by OTLP only when {@code management.otlp.tracing.endpoint} names a receiver. Trace ids are passed on either way.
 */
@Configuration(proxyBeanMethods = false)
public class TracingConfiguration {

    /** Inside the filter that opens the span of a request. */
    private static final int AFTER_THE_SPAN = Ordered.HIGHEST_PRECEDENCE + 10;

    /** Samples this share of new traces when there is a receiver, and none otherwise; follows the caller's decision. */
    @Bean
    Sampler sampler(
            @Value("${management.otlp.tracing.endpoint:}") String endpoint,
            @Value("${management.tracing.sampling.probability}") double probability) {
        return Sampler.parentBased(endpoint.isEmpty() ? Sampler.alwaysOff() : Sampler.traceIdRatioBased(probability));
    }

    @Bean
    RedactingErrorHandler redactingErrorHandler() {
        return new RedactingErrorHandler();
    }

    /** Describes a request by its path template; the path itself may hold a secret, such as that of a calendar link. */
    @Bean
    DefaultServerRequestObservationConvention requestsByTemplate() {
        return new DefaultServerRequestObservationConvention() {
            @Override
            public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
                return KeyValues.empty();
            }
        };
    }

    /** One span a request is enough; its filters need none of their own. */
    @Bean
    SecurityObservationSettings noSecuritySpans() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    FilterRegistrationBean<Correlation> correlationFilter(@Value("${klimrek.service}") String service) {
        FilterRegistrationBean<Correlation> filter = new FilterRegistrationBean<>(new Correlation(service));
        filter.setOrder(AFTER_THE_SPAN);
        return filter;
    }
}
