package nl.klimrek.eventing.aggregate;

import nl.klimrek.eventing.Key;

/** Concurrent updates of one aggregate exhausted the retries. Nothing changed; the caller may try again. */
public final class ContentionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContentionException(Key key, int attempts) {
        super("gave up on " + key + " after " + attempts + " attempts");
    }
}
