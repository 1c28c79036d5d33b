package nl.klimrek.portal.gateway;

import java.io.IOException;

/** The sender of a request body stopped, or was too slow. It says nothing about the server that the body went to. */
final class SenderFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    SenderFailedException(Throwable cause) {
        super("the sender of the body failed", cause);
    }
}
