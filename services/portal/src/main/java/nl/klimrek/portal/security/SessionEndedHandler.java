package nl.klimrek.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.form.UnsentForm;
import org.apache.catalina.Globals;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Handles a form whose session has ended or whose CSRF token belongs to another session: keeps its content, lets the
 * writer sign in, and returns to the form with every word.
 */
final class SessionEndedHandler implements AccessDeniedHandler {
    static final String WANTED = "SPRING_SECURITY_SAVED_REQUEST";
    /** Sent by the script of a page, not by somebody who sends a form. */
    private static final String IN_THE_BACKGROUND = "HX-Request";
    /** Set by the server when a form was larger than it reads. */
    private static final String UNREADABLE = Globals.PARAMETER_PARSE_FAILED_ATTR;

    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();
    private final PortalSettings portal;
    private final String login;
    private final Clock clock;

    SessionEndedHandler(PortalSettings portal, String login, Clock clock) {
        this.portal = portal;
        this.login = login;
        this.clock = clock;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, jakarta.servlet.ServletException {
        if (!(denied instanceof CsrfException) || response.isCommitted()) {
            otherwise.handle(request, response, denied);
            return;
        }
        if (request.getHeader(IN_THE_BACKGROUND) != null) {
            // A draft that the page keeps by itself: nobody waits for an answer, and the form itself comes later.
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (request.getAttribute(UNREADABLE) != null) {
            // Its token could not be read either, so nothing is known about its session.
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        Optional<String> page = UnsentForm.keep(request, clock.instant());
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && !(signedIn instanceof AnonymousAuthenticationToken)) {
            response.sendRedirect(portal.at(page.orElse("/")));
            return;
        }
        page.ifPresent(at -> request.getSession().setAttribute(WANTED, new SimpleSavedRequest(portal.at(at))));
        response.sendRedirect(portal.at(login));
    }
}
