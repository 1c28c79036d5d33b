package nl.klimrek.servicekit.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import nl.klimrek.servicekit.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Denies by default. Health and the API's description are open, metrics are for operators at the management port, everything under
 * {@code /api} needs a verified token, but for what a service declares as an {@link PublicPath}.
 * Stateless: no session, no cookie, hence no cross-site request to forge.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {
    @Bean
    @ConditionalOnMissingBean(SecurityFilterChain.class)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            SecuritySettings settings,
            ProblemWriter writer,
            ObjectProvider<PublicPath> open,
            Environment environment)
            throws Exception {
        BearerTokenSecurity.verify(http, writer);
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers("/actuator/health/**", "/readyz", "/healthz", "/v3/api-docs/**")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .access(new OperatorAuthorizationManager(settings, environment))
                                .requestMatchers(anyOf(open.stream().toList()))
                                .permitAll()
                                .requestMatchers("/api/**")
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .build();
    }

    /** Matches nothing where nothing is declared; no pattern at all would mean every path. */
    private static RequestMatcher anyOf(List<PublicPath> open) {
        List<RequestMatcher> paths = open.stream()
                .<RequestMatcher>map(
                        path -> PathPatternRequestMatcher.withDefaults().matcher(path.method(), path.pattern()))
                .toList();
        return request -> paths.stream().anyMatch(path -> path.matches(request));
    }
}
