package nl.klimrek.portal.reader;

/** The session holds no token that is still good, and it can not be renewed. */
public final class SignInRequiredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignInRequiredException(Throwable cause) {
        super("sign in", cause, false, false);
    }
}
