package nl.klimrek.servicekit.json;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.stream.Stream;

/** How deep a request body may be, and how many parts it may have. */
final class JsonLimits {
    static final StreamReadConstraints ALL = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxTokenCount(100_000)
            .maxNameLength(500)
            .maxNumberLength(100)
            .build();

    private JsonLimits() {}

    /** Whether reading failed, at whatever place, because the body is past these limits. */
    static boolean isPast(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(StreamConstraintsException.class::isInstance);
    }
}
