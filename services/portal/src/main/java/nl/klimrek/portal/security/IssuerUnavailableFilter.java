package nl.klimrek.portal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.signin.IssuerUnavailableException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows a page instead of starting a sign-in at an issuer that does not answer. */
public final class IssuerUnavailableFilter extends OncePerRequestFilter {
    private final ClientRegistrationRepository issuer;
    private final PortalSettings portal;
    private final String registration;
    private final String start;

    /** @param start path at which a sign-in starts */
    public IssuerUnavailableFilter(
            ClientRegistrationRepository issuer, PortalSettings portal, String registration, String start) {
        this.issuer = issuer;
        this.portal = portal;
        this.registration = registration;
        this.start = start;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith(start) && !path.startsWith("/login/oauth2/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            issuer.findByRegistrationId(registration);
        } catch (IssuerUnavailableException away) {
            response.sendRedirect(portal.at("/login/away"));
            return;
        }
        chain.doFilter(request, response);
    }
}
