package nl.klimrek.portal.form;

/** A field cannot be read as its type. */
final class UnreadableFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final String message;

    /** @param message key of the text that says what is expected */
    UnreadableFieldException(String field, String message) {
        super(message, null, false, false);
        this.field = field;
        this.message = message;
    }

    String field() {
        return field;
    }

    /** Key of the text that says what is expected. */
    String message() {
        return message;
    }
}
