package nl.klimrek.standalone;

import org.jspecify.annotations.Nullable;

/** The platform cannot start; the message is one sentence that tells the user what to do. */
final class PlatformStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlatformStartException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
