package nl.klimrek.conversations.externalcoach;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The operations that an external coach can reach at all; every other one is {@code forbidden}, also one that is added later.
 * Whether a conversation is theirs is decided where every participant's access is.
 */
final class ExternalCoachOperations implements HandlerInterceptor {

    private static final String ONE = "/api/conversations/{id}";

    /** What follows a conversation's own path, apart from what is not for a counterpart or not for somebody from outside. */
    private static final Pattern STEPS = Pattern.compile(
            "GET (|/agenda|/feedback|/notes|/preparation|/times)|POST /(acceptance|agenda|agenda/\\{point}/removal|agreements"
                    + "|agreements/\\{agreement}/(keeping|dropping)|carried-over/\\{from}/agreements/\\{agreement}/(keeping|dropping)"
                    + "|cancellation|closing|confirmation|counter-proposal|decline|holding|holding/correction|invitation|notes"
                    + "|notes/\\{note}/(deletion|sharing)|preparation|preparation/sharing|preparation/sharing/withdrawal"
                    + "|questions/\\{question}/swap|report|report/correction|statement)");

    private static final Set<String> OTHERS = Set.of(
            "GET /api/conversations",
            "GET /api/conversations/external-coaches/me",
            "POST /api/conversations/external-coaches/me/ending",
            "POST /api/conversations/external-coaches/me/sign-out",
            "GET /api/questions/mode",
            "POST /api/questions/mode");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken
                && Caller.current().is(Role.EXTERNAL_COACH)
                && !admits(
                        request.getMethod(),
                        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)))) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        return true;
    }

    /** Whether an operation, by its method and path pattern, is for external coaches. */
    static boolean admits(String method, String pattern) {
        String path = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
        return OTHERS.contains(method + " " + path)
                || path.startsWith(ONE)
                        && STEPS.matcher(method + " " + path.substring(ONE.length()))
                                .matches();
    }
}
