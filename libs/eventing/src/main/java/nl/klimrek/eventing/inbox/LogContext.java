package nl.klimrek.eventing.inbox;

import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.TraceContext;
import org.slf4j.MDC;

/** Lets log lines about an event name the undertaking and the trace it belongs to, as those about a request do. */
final class LogContext implements AutoCloseable {

    private static final String CORRELATION = "correlation";
    private static final String TRACE = "trace";

    private LogContext() {}

    static LogContext of(EventMeta event) {
        MDC.put(CORRELATION, event.correlationId());
        TraceContext.parse(event.traceparent()).ifPresent(trace -> MDC.put(TRACE, trace.traceId()));
        return new LogContext();
    }

    @Override
    public void close() {
        MDC.remove(CORRELATION);
        MDC.remove(TRACE);
    }
}
