package nl.klimrek.standalone.demo;

/** There is no platform to play on; the message is a sentence that says what to do. */
final class NotRunning extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotRunning(String sentence) {
        super(sentence);
    }
}
