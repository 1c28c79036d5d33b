package nl.klimrek.admin.platform;

/** A command cannot do its work; the message is one sentence for the operator. */
public final class AdminException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AdminException(String sentence) {
        super(sentence);
    }

    public AdminException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
