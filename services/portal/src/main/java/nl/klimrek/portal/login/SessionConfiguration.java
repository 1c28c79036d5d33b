package nl.klimrek.portal.login;

import java.time.Clock;
import nl.klimrek.portal.PortalSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The session's cookie and its end, and what every answer says about origins. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 20;

    /** Behind https the session's cookie never travels without it. */
    @Bean
    ServletContextInitializer sessionCookie(PortalSettings portal) {
        return context -> {
            context.getSessionCookieConfig().setSecure(SessionCookie.isHttps(portal));
            context.getSessionCookieConfig().setName(SessionCookie.name(portal));
        };
    }

    @Bean
    FilterRegistrationBean<SessionLifetime> sessionLifetime(SessionSettings settings, Clock clock) {
        FilterRegistrationBean<SessionLifetime> filter = new FilterRegistrationBean<>(new SessionLifetime(settings.lifetime(), clock));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<OriginHeaders> originHeaders(PortalSettings portal) {
        FilterRegistrationBean<OriginHeaders> filter = new FilterRegistrationBean<>(new OriginHeaders(SessionCookie.isHttps(portal)));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }
}
