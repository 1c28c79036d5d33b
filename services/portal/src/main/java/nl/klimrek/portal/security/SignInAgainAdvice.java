package nl.klimrek.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.form.UnsentForm;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.SignInRequiredException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Sends a person whose tokens ended to sign in again. They return to the page they requested, or to the page of the
 * form they sent, with every word.
 */
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class SignInAgainAdvice {
    private final PortalSettings portal;
    private final Clock clock;

    SignInAgainAdvice(PortalSettings portal, Clock clock) {
        this.portal = portal;
        this.clock = clock;
    }

    @ExceptionHandler
    String signIn(SignInRequiredException needed, HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String back = "GET".equals(request.getMethod())
                ? request.getRequestURI() + query
                : UnsentForm.keep(request, clock.instant()).orElse("/");
        request.getSession().setAttribute(SessionEndedHandler.WANTED, new SimpleSavedRequest(portal.at(back)));
        return "redirect:/oauth2/authorization/klimrek";
    }
}
