package nl.klimrek.portal.gateway;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether a failure is the sender's own; circuit breakers do not count it ({@code ignore-exception-predicate}). */
public final class SenderFailure implements Predicate<Throwable> {
    private static final int MAX_DEPTH = 16;

    @Override
    public boolean test(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_DEPTH)
                .anyMatch(SenderFailedException.class::isInstance);
    }
}
