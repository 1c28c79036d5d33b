package nl.klimrek.portal.security;

import java.time.Clock;
import nl.klimrek.portal.PortalSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** When a session ends, and what every answer says about other origins. */
@Configuration(proxyBeanMethods = false)
class EdgeFilterConfiguration {
    private static final int BEFORE_SECURITY = SessionRepositoryFilter.DEFAULT_ORDER + 10;

    @Bean
    FilterRegistrationBean<SessionLifetimeFilter> sessionLifetime(SessionSettings settings, Clock clock) {
        FilterRegistrationBean<SessionLifetimeFilter> filter =
                new FilterRegistrationBean<>(new SessionLifetimeFilter(settings.lifetime(), clock));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<OriginHeadersFilter> originHeaders(PortalSettings portal) {
        FilterRegistrationBean<OriginHeadersFilter> filter = new FilterRegistrationBean<>(
                new OriginHeadersFilter("https".equals(portal.url().getScheme())));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }
}
