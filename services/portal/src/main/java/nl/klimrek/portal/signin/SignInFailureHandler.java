package nl.klimrek.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import nl.klimrek.portal.PortalSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Redirects a failed sign-in to the page that explains it. */
public final class SignInFailureHandler implements AuthenticationFailureHandler {
    private static final Map<String, String> PAGES =
            Map.of(LinkedUserService.UNKNOWN, "/login/unknown", LinkedUserService.UNAVAILABLE, "/login/away");
    private final PortalSettings portal;

    public SignInFailureHandler(PortalSettings portal) {
        this.portal = portal;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : "";
        response.sendRedirect(portal.at(PAGES.getOrDefault(code, "/login/failed")));
    }
}
