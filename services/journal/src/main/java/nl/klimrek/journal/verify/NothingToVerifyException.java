package nl.klimrek.journal.verify;

/** There is nothing to verify; the message is a sentence for whoever asked. */
final class NothingToVerifyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingToVerifyException(String sentence) {
        super(sentence);
    }
}
