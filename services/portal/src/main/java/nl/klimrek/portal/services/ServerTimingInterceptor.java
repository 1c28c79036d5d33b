package nl.klimrek.portal.services;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Reports the number of service requests of a page in its {@code Server-Timing} header, for browsers' developer tools
 * and {@code infra/bench portal}.
 */
public final class ServerTimingInterceptor implements HandlerInterceptor {
    private static final String ATTRIBUTE = ServerTimingInterceptor.class.getName();

    /** Counts one request for the page that is being served. Safe for the threads that fetch its parts. */
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

    /** Runs before the view is written, when all requests were sent. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page != null && request.getAttribute(ATTRIBUTE) instanceof AtomicInteger sent) {
            response.setHeader("Server-Timing", "services;desc=\"" + sent + "\"");
        }
    }
}
