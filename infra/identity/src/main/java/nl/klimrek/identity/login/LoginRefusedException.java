package nl.klimrek.identity.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A login that may not go on, with what the login page says about it. */
final class LoginRefusedException extends AuthenticationException {

    /** Message keys of the login page are {@code login.refused.} and the lower-case name. */
    enum Why {
        WRONG,
        CLOSED,
        UNLISTED,
        STARTING
    }

    private final Why why;
    private final transient Duration wait;

    LoginRefusedException(Why why) {
        this(why, Duration.ZERO);
    }

    LoginRefusedException(Why why, Duration wait) {
        super("Login refused: " + why);
        this.why = why;
        this.wait = wait;
    }

    Why why() {
        return why;
    }

    Duration waitFor() {
        return wait;
    }
}
