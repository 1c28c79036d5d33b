package nl.klimrek.eventing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a step stands in a trace: the {@code traceparent} of W3C Trace Context. All steps that one request leads to, in
 * whatever service, have one trace id; each has a span id of its own.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 of the same
 * @param flags 2 of the same; the last bit says that the caller may have recorded its part
 */
public record TraceContext(String traceId, String spanId, String flags) {

    /** Trace Context, §3.2: a version other than 00 may have more to say after another dash; ff is none. */
    private static final Pattern HEADER =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    private static final int LONGEST = 256;

    /** A new trace, of which nothing is recorded. Used where no tracer has opened a span. */
    public static TraceContext begin() {
        return new TraceContext(hex() + hex(), hex(), "00");
    }

    /** The place of the span that this thread is in, as its tracer knows it; empty outside one. */
    public static Optional<TraceContext> current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? Optional.of(new TraceContext(
                        span.getTraceId(),
                        span.getSpanId(),
                        span.getTraceFlags().asHex()))
                : Optional.empty();
    }

    /** What a header says; empty when there is none or it is not as the grammar has it. */
    public static Optional<TraceContext> parse(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher found = HEADER.matcher(header);
        boolean readable =
                found.matches() && (found.group(5) == null || !found.group(1).equals("00"));
        return readable
                ? Optional.of(new TraceContext(found.group(2), found.group(3), found.group(4)))
                : Optional.empty();
    }

    /** The place of a step that this header led to; of a first step where it says nothing. */
    public static TraceContext after(@Nullable String header) {
        return parse(header).map(TraceContext::next).orElseGet(TraceContext::begin);
    }

    /** The place of a step that this one leads to. */
    public TraceContext next() {
        return new TraceContext(traceId, hex(), flags);
    }

    /** As a {@code traceparent} of version 00. */
    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    /** Eight random bytes that are not all zero. */
    private static String hex() {
        long bits;
        do {
            bits = ThreadLocalRandom.current().nextLong();
        } while (bits == 0);
        return HexFormat.of().toHexDigits(bits);
    }
}
