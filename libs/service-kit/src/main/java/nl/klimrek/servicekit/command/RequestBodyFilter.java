package nl.klimrek.servicekit.command;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import nl.klimrek.servicekit.limits.BodyMemoryBudget;
import nl.klimrek.servicekit.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of every changing request whole, up to its limit, before anything acts on it. Over the limit is 413; when
 * the bodies that are held at this moment take all the memory there is for them, it is 503. A body that is streamed is left
 * to its reader, which bounds it. The fingerprint of what was sent goes with the request, so that a repeated command key
 * with other content is noticed.
 */
public final class RequestBodyFilter extends OncePerRequestFilter {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String RETRY_AFTER_SECONDS = "2";
    private final HttpSettings settings;
    private final ProblemWriter problems;
    private final BodyMemoryBudget memory;

    public RequestBodyFilter(HttpSettings settings, BodyMemoryBudget memory, ProblemWriter problems) {
        this.settings = settings;
        this.memory = memory;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CHANGING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (settings.streams(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        int limit = settings.limitFor(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            refuse(request, response, limit);
            return;
        }
        long room = request.getContentLengthLong() < 0 ? limit : request.getContentLengthLong();
        if (!memory.reserve(room)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "busy", Map.of());
            return;
        }
        try {
            pass(request, response, chain, limit);
        } finally {
            memory.release(room);
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, int limit)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            refuse(request, response, limit);
            return;
        }
        Fingerprint.remember(request, body);
        chain.doFilter(new CachedBodyRequest(request, body), response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int limit) throws IOException {
        problems.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large", Map.of("mostBytes", limit));
    }
}
