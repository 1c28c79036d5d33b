package nl.klimrek.portal.login;

import java.time.Clock;
import nl.klimrek.portal.PortalSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** When a session ends, and what every answer says about other origins. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    private static final int BEFORE_SECURITY = SessionRepositoryFilter.DEFAULT_ORDER + 10;

    @Bean
    FilterRegistrationBean<SessionLifetime> sessionLifetime(SessionSettings settings, Clock clock) {
        FilterRegistrationBean<SessionLifetime> filter =
                new FilterRegistrationBean<>(new SessionLifetime(settings.lifetime(), clock));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<OriginHeaders> originHeaders(PortalSettings portal) {
        FilterRegistrationBean<OriginHeaders> filter = new FilterRegistrationBean<>(
                new OriginHeaders("https".equals(portal.url().getScheme())));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }
}
