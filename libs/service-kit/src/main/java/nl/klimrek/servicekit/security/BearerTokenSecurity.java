package nl.klimrek.servicekit.security;

import nl.klimrek.servicekit.problem.ProblemWriter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/** Lets a filter chain verify bearer tokens before anything else of the request is read, and answer failures as problems. */
public final class BearerTokenSecurity {
    private BearerTokenSecurity() {}

    public static void verify(HttpSecurity http, ProblemWriter writer) throws Exception {
        TokenProblemHandler problems = new TokenProblemHandler(writer);
        http.oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(answeringEveryFailure(problems)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }

    /** Spring's own handler throws on when the issuer's keys cannot be fetched, which would end as 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringEveryFailure(
            TokenProblemHandler problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(problems::commence);
                return filter;
            }
        };
    }
}
