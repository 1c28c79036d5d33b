package nl.klimrek.servicekit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import nl.klimrek.eventing.Key;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Whatever is no possible id names nothing: a path variable that cannot be part of a key is answered 404. */
final class PathIdInterceptor implements HandlerInterceptor {
    private static final Pattern POSSIBLE = Pattern.compile(Key.ID);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && !variables.values().stream()
                        .allMatch(
                                value -> POSSIBLE.matcher(String.valueOf(value)).matches())) {
            throw new RequestRefusedException(HttpStatus.NOT_FOUND, "not-found");
        }
        return true;
    }
}
