package nl.klimrek.admin;

/** A command cannot do its work; the message is one sentence for the operator. */
final class AdminException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AdminException(String sentence) {
        super(sentence);
    }

    AdminException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
