package nl.klimrek.standalone;

/** Why the platform can not start, in one sentence that tells the person what to do. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
