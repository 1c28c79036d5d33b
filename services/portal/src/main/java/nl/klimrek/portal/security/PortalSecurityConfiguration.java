package nl.klimrek.portal.security;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Clock;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.session.SessionConfiguration;
import nl.klimrek.portal.signin.IssuerUnavailableException;
import nl.klimrek.portal.signin.SignInFailureHandler;
import nl.klimrek.portal.signin.SignInSettings;
import nl.klimrek.servicekit.problem.ProblemWriter;
import nl.klimrek.servicekit.security.BearerTokenSecurity;
import nl.klimrek.servicekit.security.OperatorAuthorizationManager;
import nl.klimrek.servicekit.security.PublicPath;
import nl.klimrek.servicekit.security.SecuritySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Three doors: other servers' pages, the API, and the portal's own pages. */
@Configuration(proxyBeanMethods = false)
class PortalSecurityConfiguration {
    private static final String UNSUBSCRIBE = "/api/reminders/unsubscribe/*";
    private static final String START = "/oauth2/authorization";

    /** The link that turns messages off is a secret of its own; mail programs send no token. */
    @Bean
    PublicPath unsubscribeQuestion() {
        return new PublicPath(UNSUBSCRIBE);
    }

    @Bean
    PublicPath unsubscribePost() {
        return new PublicPath(HttpMethod.POST, UNSUBSCRIBE);
    }

    /** Another server's pages are guarded by that server: no session and no headers of the portal. */
    @Bean
    @Order(1)
    SecurityFilterChain proxied(HttpSecurity http) throws Exception {
        return http.securityMatcher("/identity/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * A token is verified before a body is read, and once more by the service that owns the answer. Figures are for
     * operators.
     */
    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http, ProblemWriter problems, SecuritySettings settings, Environment environment)
            throws Exception {
        BearerTokenSecurity.verify(http, problems);
        return http.securityMatcher("/api/**", "/health/**", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/api/openapi.json", "/api/asyncapi.json", "/health/ready", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(new OperatorAuthorizationManager(settings, environment))
                        // The link of a calendar feed is a secret of its own; calendar programs send no token.
                        .requestMatchers(HttpMethod.GET, "/api/conversations/calendar/*.ics")
                        .permitAll()
                        // So is the link that turns messages off.
                        .requestMatchers(HttpMethod.GET, UNSUBSCRIBE)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, UNSUBSCRIBE)
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            PortalSettings portal,
            ClientRegistrationRepository issuer,
            SignInSettings signIn,
            Clock clock)
            throws Exception {
        var login = new DefaultOAuth2AuthorizationRequestResolver(issuer, START);
        login.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var logout = new OidcClientInitiatedLogoutSuccessHandler(issuer);
        logout.setPostLogoutRedirectUri(portal.at("/"));
        String policy =
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; "
                        + "form-action 'self' " + portal.at("")
                        + (signIn.ownIssuer() ? " " + origin(signIn.issuer()) : "");
        if (signIn.ownIssuer()) {
            http.addFilterBefore(
                    new IssuerUnavailableFilter(issuer, portal, OidcClientConfiguration.REGISTRATION, START),
                    LogoutFilter.class);
        }
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                "/assets/**",
                                "/login/failed",
                                "/login/unknown",
                                "/login/away",
                                "/sign-in/keys",
                                "/welcome",
                                "/error",
                                "/favicon.ico")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(with -> with.loginPage(START + "/" + OidcClientConfiguration.REGISTRATION)
                        .authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(new SignInRequestResolver(login)))
                        .failureHandler(new SignInFailureHandler(portal)))
                // Absolute: the session must be at the address the issuer sends the browser back to.
                .exceptionHandling(failures -> failures.accessDeniedHandler(new SessionEndedHandler(
                                portal, START + "/" + OidcClientConfiguration.REGISTRATION, clock))
                        .authenticationEntryPoint(entryPoint(portal)))
                .logout(leave -> leave.logoutSuccessHandler((request, response, who) -> {
                            try {
                                logout.onLogoutSuccess(request, response, who);
                            } catch (IssuerUnavailableException away) {
                                // Signed out here; the issuer never answered since the start, so nobody can lead there.
                                response.sendRedirect(portal.at("/login/away"));
                            }
                        })
                        .deleteCookies(SessionConfiguration.cookie(portal)))
                .csrf(withDefaults())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                features -> features.policy("camera=(), geolocation=(), microphone=()")))
                .build();
    }

    /** A page leads to the sign-in. A stream does not: it would begin a second sign-in, which ends the one that is under way. */
    private static AuthenticationEntryPoint entryPoint(PortalSettings portal) {
        AuthenticationEntryPoint page =
                new LoginUrlAuthenticationEntryPoint(portal.at(START + "/" + OidcClientConfiguration.REGISTRATION));
        AuthenticationEntryPoint stream = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return (request, response, needed) ->
                ("/me/count".equals(request.getServletPath()) ? stream : page).commence(request, response, needed);
    }

    /** Browsers hold a form to its answers as well, and logging out leads on to the issuer. */
    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
