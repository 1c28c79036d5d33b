package nl.klimrek.portal.services;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * How many requests to services a page took, told in the {@code Server-Timing} header of the page, which browsers show to who
 * develops and {@code infra/bench portal} prints.
 */
public final class ServerTimingInterceptor implements HandlerInterceptor {
    private static final String ATTRIBUTE = ServerTimingInterceptor.class.getName();

    /** One more was sent for the page that is served; parts of a page may be asked for by several threads. */
    static void count(HttpServletRequest page) {
        if (page.getAttribute(ATTRIBUTE) instanceof AtomicInteger sent) {
            sent.incrementAndGet();
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(ATTRIBUTE, new AtomicInteger());
        return true;
    }

    /** Before the view is written: by then every part was asked for. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page != null && request.getAttribute(ATTRIBUTE) instanceof AtomicInteger sent) {
            response.setHeader("Server-Timing", "services;desc=\"" + sent + "\"");
        }
    }
}
