package nl.klimrek.portal.security;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The mailbox for programs: a token instead of a session. Without a token {@code /mail} is one of the portal's pages. */
@Configuration(proxyBeanMethods = false)
class MailboxSecurityConfiguration {

    @Bean
    @Order(0)
    SecurityFilterChain mailboxForPrograms(HttpSecurity http) throws Exception {
        return http.securityMatcher(MailboxSecurityConfiguration::isProgram)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(withDefaults()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static boolean isProgram(HttpServletRequest request) {
        String path = request.getRequestURI();
        return (path.equals("/mail") || path.startsWith("/mail/"))
                && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }
}
