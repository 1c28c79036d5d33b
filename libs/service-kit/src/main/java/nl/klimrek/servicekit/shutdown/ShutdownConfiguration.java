package nl.klimrek.servicekit.shutdown;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Adds the drain of connections. {@code klimrek.shutdown.drain} is its time: 0 to 5 s. */
@Configuration(proxyBeanMethods = false)
public class ShutdownConfiguration {

    private static final Duration MAX_DRAIN = Duration.ofSeconds(5);

    @Bean
    ConnectionDrain connectionDrain(
            @Value("${klimrek.shutdown.drain:0s}") Duration time, ApplicationEventPublisher events) {
        if (time.isNegative() || time.compareTo(MAX_DRAIN) > 0) {
            throw new IllegalArgumentException("klimrek.shutdown.drain must be 0 to 5s");
        }
        return new ConnectionDrain(time, events);
    }

    @Bean
    FilterRegistrationBean<ConnectionDrain> connectionDrainFilter(ConnectionDrain drain) {
        FilterRegistrationBean<ConnectionDrain> filter = new FilterRegistrationBean<>(drain);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
