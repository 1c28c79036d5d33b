package nl.klimrek.portal.gateway;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** Whoever sends a body broke off, or was too slow. That says nothing about the service it was passed on to. */
public final class SenderFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    public SenderFailedException(Throwable cause) {
        super("the sender of the body failed", cause);
    }

    /** Whether a failure is the sender's. */
    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(16)
                .anyMatch(SenderFailedException.class::isInstance);
    }
}
