package nl.klimrek.standalone;

/** The platform cannot start; the message is one sentence that tells the user what to do. */
final class PlatformStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlatformStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
