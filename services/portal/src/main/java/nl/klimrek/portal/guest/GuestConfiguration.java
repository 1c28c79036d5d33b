package nl.klimrek.portal.guest;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The guests' own door. Their link is a secret in the address, so no page behind it tells its address to another. */
@Configuration(proxyBeanMethods = false)
class GuestConfiguration implements WebMvcConfigurer {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private final ServiceClient services;

    GuestConfiguration(ServiceClient services) {
        this.services = services;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new GuestGate(services))
                .excludePathPatterns("/assets/**", "/identity/**", "/api/**", "/guest/over");
    }

    @Bean
    @Order(2)
    SecurityFilterChain guests(HttpSecurity http) throws Exception {
        return http.securityMatcher("/guest", "/guest/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/guest/link/**", "/guest/over")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // A form of a session that ended begins again at its own page; there is no sign-in elsewhere.
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, needed) -> response.sendRedirect("/guest/over"))
                        .accessDeniedHandler((request, response, denied) ->
                                response.sendRedirect(request.getRequestURI().replaceFirst("/(renewal|refusal)$", ""))))
                .csrf(withDefaults())
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                features -> features.policy("camera=(), geolocation=(), microphone=()")))
                .build();
    }
}
