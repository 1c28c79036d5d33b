package nl.klimrek.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import nl.klimrek.identity.IdentityProperties;
import nl.klimrek.identity.SecretStore;
import nl.klimrek.identity.people.AccountRegistry;
import nl.klimrek.identity.people.SubjectResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Configures the password login and the language cookie. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration implements WebMvcConfigurer {

    @Bean
    SessionOpener accountSessions(SubjectResolver subjects) {
        return new SessionOpener(subjects);
    }

    @Bean
    @Order(2)
    SecurityFilterChain loginPages(
            HttpSecurity http,
            IdentityProperties properties,
            AccountRegistry accounts,
            SessionOpener sessions,
            SecretStore secrets,
            Clock clock)
            throws Exception {
        PasswordAuthenticationProvider login = new PasswordAuthenticationProvider(
                accounts,
                sessions,
                new AccountThrottle(clock),
                account -> secrets.password(accounts.shortName(account.name())));
        // After a login the browser is redirected to the portal, which the policy treats as a form target.
        String policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
                + "form-action 'self' " + properties.portalUrl();
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login", "/welcome", "/style.css", "/health/ready", "/error", "/")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // The key is a secret, so this endpoint needs no CSRF token.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/welcome"))
                .authenticationProvider(login)
                .addFilterBefore(new AddressThrottleFilter(clock), UsernamePasswordAuthenticationFilter.class)
                .formLogin(form -> form.loginPage("/login").failureHandler(LoginConfiguration::redirectToLogin))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
                .build();
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("IDENTITYLANGUAGE");
        resolver.setCookiePath("/identity");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    private static void redirectToLogin(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        LoginRefusedException refused = e instanceof LoginRefusedException known
                ? known
                : new LoginRefusedException(LoginRefusedException.Why.WRONG);
        response.sendRedirect(LoginPageUrl.refused(request, refused));
    }
}
