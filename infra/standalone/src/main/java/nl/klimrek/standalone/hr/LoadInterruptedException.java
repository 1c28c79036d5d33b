package nl.klimrek.standalone.hr;

/** Loading stopped after records were sent; the message is one sentence for the user. */
final class LoadInterruptedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoadInterruptedException(String sentence) {
        super(sentence);
    }
}
