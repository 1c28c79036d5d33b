package nl.klimrek.servicekit.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.klimrek.servicekit.problem.ProblemWriter;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers requests that were refused before they reached a controller, such as one whose body was too slow. */
final class EarlyRefusalFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;

    EarlyRefusalFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RequestRefusedException slow) {
            if (!response.isCommitted()) {
                problems.write(request, response, slow.status(), slow.code(), slow.details());
            }
        }
    }
}
