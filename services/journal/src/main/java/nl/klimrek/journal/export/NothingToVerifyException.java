package nl.klimrek.journal.export;

/** There is nothing to verify. The message is a sentence for the user. */
public final class NothingToVerifyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence for the user */
    public NothingToVerifyException(String sentence) {
        super(sentence);
    }
}
