package nl.klimrek.identity.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Thrown when a login is refused, with the reason that the login page explains. */
final class LoginRefusedException extends AuthenticationException {

    /** Reasons; the login page's message keys are {@code login.refused.} plus the lower-case name. */
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
