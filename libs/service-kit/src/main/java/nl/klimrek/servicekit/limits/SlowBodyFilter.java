package nl.klimrek.servicekit.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import nl.klimrek.servicekit.problem.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 408 when a filter found the body too slow. */
final class SlowBodyFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;

    SlowBodyFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (BodyTooSlow slow) {
            if (!response.isCommitted()) {
                problems.write(request, response, HttpStatus.REQUEST_TIMEOUT, BodyTooSlow.CODE, Map.of());
            }
        }
    }
}
