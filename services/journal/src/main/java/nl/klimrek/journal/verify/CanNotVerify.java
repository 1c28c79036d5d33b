package nl.klimrek.journal.verify;

/** There is nothing to verify; the message is a sentence for whoever asked. */
final class CanNotVerify extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CanNotVerify(String sentence) {
        super(sentence);
    }
}
