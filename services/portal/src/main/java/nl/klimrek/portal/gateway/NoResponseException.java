package nl.klimrek.portal.gateway;

import java.io.IOException;

/** A server gave no response: its cause says why. Nothing is known about what the server did. */
public final class NoResponseException extends IOException {
    private static final long serialVersionUID = 1L;

    NoResponseException(Throwable cause) {
        super("no response", cause);
    }
}
