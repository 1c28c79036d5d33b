package nl.klimrek.portal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/**
 * Keeps the messages for the next page, each in its own attribute of the session: two forms that are sent at the same time have
 * their message each. Spring's manager keeps them in one list, of which one request's copy would stay.
 */
final class SessionMessages extends AbstractFlashMapManager {
    private static final String PREFIX = SessionMessages.class.getName() + ".";

    @Override
    protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return new ArrayList<>(stored(request.getSession(false)).values());
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> messages, HttpServletRequest request, HttpServletResponse response) {
        List<FlashMap> added = new ArrayList<>(messages);
        HttpSession session = request.getSession(false);
        stored(session).forEach((name, message) -> {
            if (!added.remove(message) && session != null) {
                session.removeAttribute(name);
            }
        });
        added.forEach(message -> request.getSession().setAttribute(PREFIX + UUID.randomUUID(), message));
    }

    /** No lock: each request has a session object of its own. */
    @Override
    protected @Nullable Object getFlashMapsMutex(HttpServletRequest request) {
        return null;
    }

    private static Map<String, FlashMap> stored(@Nullable HttpSession session) {
        Map<String, FlashMap> found = new LinkedHashMap<>();
        if (session != null) {
            session.getAttributeNames().asIterator().forEachRemaining(name -> {
                if (name.startsWith(PREFIX) && session.getAttribute(name) instanceof FlashMap message) {
                    found.put(name, message);
                }
            });
        }
        return found;
    }
}
