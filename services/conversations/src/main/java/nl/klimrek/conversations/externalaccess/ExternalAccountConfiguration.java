package nl.klimrek.conversations.externalaccess;

import java.util.Map;
import nl.klimrek.servicekit.problem.RefusalStatus;
import nl.klimrek.servicekit.security.PublicPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** The operations that need no token, because the link in their body is a secret of its own. */
@Configuration(proxyBeanMethods = false)
class ExternalAccountConfiguration {

    @Bean
    PublicPath externalLinkCheck() {
        return new PublicPath(HttpMethod.POST, "/api/conversations/external-links/checks");
    }

    @Bean
    PublicPath externalSignIn() {
        return new PublicPath(HttpMethod.POST, "/api/conversations/external-links/sessions");
    }

    @Bean
    PublicPath externalRefusal() {
        return new PublicPath(HttpMethod.POST, "/api/conversations/external-links/refusals");
    }

    @Bean
    PublicPath externalLinkRenewal() {
        return new PublicPath(HttpMethod.POST, "/api/conversations/external-links/renewals");
    }

    @Bean
    RefusalStatus externalStatus() {
        return RefusalStatus.of(Map.of(
                "last-day-impossible",
                HttpStatus.BAD_REQUEST,
                "email-impossible",
                HttpStatus.BAD_REQUEST,
                "name-impossible",
                HttpStatus.BAD_REQUEST,
                "external-coach-limit",
                HttpStatus.TOO_MANY_REQUESTS));
    }
}
