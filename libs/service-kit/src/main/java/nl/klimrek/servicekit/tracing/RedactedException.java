package nl.klimrek.servicekit.tracing;

import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged: classes and places, no messages, because an exception's message often quotes what a
 * person typed.
 */
public final class RedactedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 8;

    private RedactedException(Throwable failure, int depth) {
        super(failure.getClass().getName(), causeOf(failure, depth), false, true);
        setStackTrace(failure.getStackTrace());
    }

    public static RedactedException of(Throwable failure) {
        return new RedactedException(failure, 0);
    }

    private static @Nullable Throwable causeOf(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        return cause == null || depth == DEEPEST ? null : new RedactedException(cause, depth + 1);
    }
}
