package nl.klimrek.standalone.demo.client;

/** No platform is running; the message tells the user what to do. */
public final class PlatformNotRunning extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PlatformNotRunning(String sentence) {
        super(sentence);
    }
}
