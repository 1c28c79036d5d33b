package nl.klimrek.standalone.hr.export;

/** Loading cannot start; nothing was sent. The message is one sentence for the user. */
public final class CannotLoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotLoadException(String sentence) {
        super(sentence);
    }
}
