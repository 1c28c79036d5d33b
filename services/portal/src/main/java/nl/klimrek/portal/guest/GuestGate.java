package nl.klimrek.portal.guest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.regex.Pattern;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.GuestLogin;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Admits a guest to their own pages and to pages of one conversation, and to nothing else. Each request asks whether the account still
 * stands; the session of one that ended ends with it. The services decide what these pages show.
 */
final class GuestGate implements HandlerInterceptor {
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern PAGES = Pattern.compile(
            "/guest(?:/.*)?|/conversations/" + ID + "(?:/(?!timeline|feedback).*)?|/drafts(?:/.*)?|/error|/logout");

    private final ServiceClient services;

    GuestGate(ServiceClient services) {
        this.services = services;
    }

    static boolean admits(String path) {
        return PAGES.matcher(path).matches();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof GuestLogin guest)
                || request.getRequestURI().startsWith("/guest/link/")) {
            return true;
        }
        Section<GuestAccount> account = services.get(
                guest.viewer(LocaleContextHolder.getLocale()),
                Upstream.CONVERSATIONS,
                "/api/conversations/external-coaches/me",
                GuestAccount.class);
        if (!account.isOk() && account.trouble().status() < 500) {
            signOut(request);
            response.sendRedirect("/guest/over");
            return false;
        }
        if (!admits(request.getRequestURI())) {
            response.sendRedirect("/guest");
            return false;
        }
        return true;
    }

    static void signOut(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
