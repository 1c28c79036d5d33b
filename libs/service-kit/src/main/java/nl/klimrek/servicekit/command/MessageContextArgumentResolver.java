package nl.klimrek.servicekit.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import java.util.UUID;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.tracing.Correlation;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller the {@link MessageContext} of what it is about to do: who, under which command key, with which content, and
 * on which version. The command key is a hash over organisation, caller, method, path and {@code Idempotency-Key}:
 * keys of two callers never collide, and the header's text is not stored.
 */
public final class MessageContextArgumentResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == MessageContext.class;
    }

    @Override
    public MessageContext resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return of(request.getNativeRequest(HttpServletRequest.class), Caller.current());
    }

    static MessageContext of(HttpServletRequest request, Caller caller) {
        String key = IdempotencyKeyInterceptor.of(request)
                .orElseGet(() -> UUID.randomUUID().toString());
        String commandKey = Fingerprint.of(
                caller.organisation().value(), caller.actor(), request.getMethod(), request.getRequestURI(), key);
        MessageContext cause = MessageContext.command(caller.actor(), commandKey, Fingerprint.of(request))
                .withCorrelation(Correlation.of(request))
                .withTraceparent(Correlation.traceOf(request).toString());
        OptionalLong expected = ETags.parse(request.getHeader(HttpHeaders.IF_MATCH));
        return expected.isPresent() ? cause.withExpectedVersion(expected.getAsLong()) : cause;
    }
}
