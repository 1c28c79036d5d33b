package nl.klimrek.journal.verify;

/** There is nothing to verify. The message is a sentence for the user. */
final class NothingToVerifyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingToVerifyException(String sentence) {
        super(sentence);
    }
}
