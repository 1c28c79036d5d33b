package nl.klimrek.portal.reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.klimrek.eventing.Organisation;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a page's controller its {@link Viewer}; renews the access token when it is about to expire. */
@Component
public final class ViewerResolver implements HandlerMethodArgumentResolver {
    private final OAuth2AuthorizedClientManager tokens;
    private final ServiceTokenProvider serviceTokens;
    private final Clock clock;

    ViewerResolver(OAuth2AuthorizedClientManager tokens, ServiceTokenProvider serviceTokens, Clock clock) {
        this.tokens = tokens;
        this.serviceTokens = serviceTokens;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Viewer resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return of(request);
    }

    /**
     * The viewer of a page.
     *
     * @throws SignInRequiredException when the session has no valid token
     */
    public Viewer of(NativeWebRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof GuestLogin guest) {
            return guest.viewer(LocaleContextHolder.getLocale());
        }
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken login)
                || !(login.getPrincipal() instanceof OidcUser user)) {
            throw new SignInRequiredException(null);
        }
        List<String> roles = user.getClaimAsStringList("roles");
        String name = user.getFullName();
        return new Viewer(
                user.getSubject(),
                new Organisation(user.getClaimAsString("org")),
                name == null ? "" : name,
                roles == null ? Set.of() : Set.copyOf(roles),
                token(login, user, request),
                LocaleContextHolder.getLocale());
    }

    private String token(OAuth2AuthenticationToken login, OidcUser user, NativeWebRequest request) {
        OAuth2AuthorizeRequest renewed = OAuth2AuthorizeRequest.withClientRegistrationId(
                        login.getAuthorizedClientRegistrationId())
                .principal(login)
                .attribute(HttpServletRequest.class.getName(), request.getNativeRequest(HttpServletRequest.class))
                .attribute(HttpServletResponse.class.getName(), request.getNativeResponse(HttpServletResponse.class))
                .build();
        try {
            OAuth2AuthorizedClient client = tokens.authorize(renewed);
            Instant expiry = client == null ? null : client.getAccessToken().getExpiresAt();
            if (expiry == null || !clock.instant().isBefore(expiry)) {
                throw new SignInRequiredException(null);
            }
            return serviceTokens.of(user, client.getAccessToken()).orElseThrow(() -> {
                signOut(request);
                return new SignInRequiredException(null);
            });
        } catch (OAuth2AuthorizationException ended) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(ended.getError().getErrorCode())) {
                signOut(request);
            }
            throw new SignInRequiredException(ended);
        }
    }

    /** Ends the access that the issuer or HR withdrew; the session keeps the typed text, and the person is signed out. */
    private static void signOut(NativeWebRequest request) {
        SecurityContextHolder.clearContext();
        request.removeAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, RequestAttributes.SCOPE_SESSION);
    }
}
