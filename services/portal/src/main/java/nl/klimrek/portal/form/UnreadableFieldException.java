package nl.klimrek.portal.form;

/** A field cannot be read as what it should be. */
final class UnreadableFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    /** @param message key of the text that says what is expected */
    UnreadableFieldException(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }
}
