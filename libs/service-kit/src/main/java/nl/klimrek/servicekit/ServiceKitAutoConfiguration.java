package nl.klimrek.servicekit;

import java.time.Clock;
import nl.klimrek.servicekit.events.MessagingConfiguration;
import nl.klimrek.servicekit.limits.LimitConfiguration;
import nl.klimrek.servicekit.openapi.OpenApiConfiguration;
import nl.klimrek.servicekit.security.RequestMatchingConfiguration;
import nl.klimrek.servicekit.security.SecurityConfiguration;
import nl.klimrek.servicekit.security.TokenConfiguration;
import nl.klimrek.servicekit.shutdown.ShutdownConfiguration;
import nl.klimrek.servicekit.tracing.TracingConfiguration;
import nl.klimrek.servicekit.web.WebConfiguration;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.observation.web.servlet.WebMvcObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The shared edge, in every context whose {@code klimrek.service} is set and in no other. */
@AutoConfiguration(
        before = {
            WebMvcAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class,
            HttpMessageConvertersAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            OAuth2ResourceServerAutoConfiguration.class,
            ObservationAutoConfiguration.class,
            OpenTelemetryTracingAutoConfiguration.class,
            WebMvcObservationAutoConfiguration.class
        })
@ConditionalOnProperty("klimrek.service")
@Import({
    LimitConfiguration.class,
    ShutdownConfiguration.class,
    TracingConfiguration.class,
    WebConfiguration.class,
    TokenConfiguration.class,
    RequestMatchingConfiguration.class,
    SecurityConfiguration.class,
    OpenApiConfiguration.class,
    MessagingConfiguration.class
})
public class ServiceKitAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
