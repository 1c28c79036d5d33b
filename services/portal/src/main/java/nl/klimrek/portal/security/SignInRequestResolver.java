package nl.klimrek.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Adds {@code prompt=login} when a signed-in person chooses another account with {@code ?other}. */
public final class SignInRequestResolver implements OAuth2AuthorizationRequestResolver {
    private final OAuth2AuthorizationRequestResolver requests;

    public SignInRequestResolver(OAuth2AuthorizationRequestResolver requests) {
        this.requests = requests;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asking(request, requests.resolve(request));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return asking(request, requests.resolve(request, registration));
    }

    private static OAuth2AuthorizationRequest asking(HttpServletRequest request, OAuth2AuthorizationRequest asked) {
        return asked == null || request.getParameter("other") == null
                ? asked
                : OAuth2AuthorizationRequest.from(asked)
                        .additionalParameters(more -> more.putAll(Map.of("prompt", "login")))
                        .build();
    }
}
