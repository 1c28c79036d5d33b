package nl.klimrek.servicekit.tracing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.klimrek.eventing.TraceContext;
import org.slf4j.MDC;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a correlation id: the caller's {@code X-Correlation-Id} when it is 1 to 64 letters, digits, dots,
 * dashes or underscores, else a new random one. It is in the answer's header, in problems, in log lines and in every
 * event that the request leads to. So is the request's place in a trace, except in answers.
 */
public final class Correlation extends OncePerRequestFilter {
    public static final String HEADER = "X-Correlation-Id";
    /** W3C Trace Context. */
    public static final String TRACE_HEADER = "traceparent";

    private static final String ATTRIBUTE = Correlation.class.getName();
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String TRACE = TraceContext.class.getName();

    private final String service;

    /** @param service name of the service, for its log lines */
    public Correlation(String service) {
        this.service = service;
    }

    /** The correlation id of a request; the same each time it is asked. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String sent = request.getHeader(HEADER);
        String id = sent != null && ACCEPTED.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** The span of a request, as its filter saw it; the same each time it is asked, on whatever thread. */
    public static TraceContext traceOf(HttpServletRequest request) {
        if (request.getAttribute(TRACE) instanceof TraceContext known) {
            return known;
        }
        TraceContext trace =
                TraceContext.current().orElseGet(() -> TraceContext.after(request.getHeader(TRACE_HEADER)));
        request.setAttribute(TRACE, trace);
        return trace;
    }

    /** The request that this thread serves; empty outside one. */
    public static Optional<HttpServletRequest> served() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
                ? Optional.of(served.getRequest())
                : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = of(request);
        response.setHeader(HEADER, id);
        traceOf(request);
        try (MDC.MDCCloseable correlation = MDC.putCloseable("correlation", id);
                MDC.MDCCloseable named = MDC.putCloseable(ServiceName.KEY, service)) {
            chain.doFilter(request, response);
        }
    }
}
