package nl.klimrek.eventing;

/** So many others changed the same aggregate at the same time that this command gave up; nothing changed, try again. */
public final class ContentionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContentionException(Key key, int attempts) {
        super("gave up on " + key + " after " + attempts + " attempts");
    }
}
