package nl.klimrek.identity.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Applies the limit by client address, in addition to the limit by account. The portal sets the address in {@code
 * X-Forwarded-For} and overwrites what a client sends.
 */
final class AddressThrottleFilter extends OncePerRequestFilter {
    private final AddressThrottle attempts;

    AddressThrottleFilter(Clock clock) {
        attempts = new AddressThrottle(clock);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getMethod().equals("POST") && request.getServletPath().equals("/login"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String forwarded = request.getHeader("X-Forwarded-For");
        String address = forwarded == null
                ? request.getRemoteAddr()
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        Duration wait = attempts.begin(address);
        if (!wait.isZero()) {
            response.sendRedirect("%s/login?refused=%s&wait=%d"
                    .formatted(request.getContextPath(), LoginRefusedException.Why.CLOSED, wait.toSeconds()));
            return;
        }
        chain.doFilter(request, response);
        Authentication after = SecurityContextHolder.getContext().getAuthentication();
        if (after != null && after.getPrincipal() instanceof LoginPrincipal) {
            attempts.succeeded(address);
        }
    }
}
