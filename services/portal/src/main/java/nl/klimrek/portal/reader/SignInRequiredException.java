package nl.klimrek.portal.reader;

import org.jspecify.annotations.Nullable;

/** The session has no valid token and cannot renew it. */
public final class SignInRequiredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignInRequiredException(@Nullable Throwable cause) {
        super("sign in", cause, false, false);
    }
}
