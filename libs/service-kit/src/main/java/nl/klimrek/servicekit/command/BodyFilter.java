package nl.klimrek.servicekit.command;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import nl.klimrek.servicekit.problem.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of every changing request whole, up to its limit, before anything acts on it. Over the limit is 413.
 * A body that is streamed is left to its reader, which bounds it. The fingerprint of what was sent goes with the request, so that a repeated command key with other content is noticed.
 */
public final class BodyFilter extends OncePerRequestFilter {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private final HttpSettings settings;
    private final ProblemWriter problems;

    public BodyFilter(HttpSettings settings, ProblemWriter problems) {
        this.settings = settings;
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
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            refuse(request, response, limit);
            return;
        }
        Fingerprint.remember(request, body);
        chain.doFilter(new ReadRequest(request, body), response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int limit) throws IOException {
        problems.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large", Map.of("mostBytes", limit));
    }
}
