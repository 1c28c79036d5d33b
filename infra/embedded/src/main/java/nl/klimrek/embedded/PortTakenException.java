package nl.klimrek.embedded;

/** Thrown when the requested port is in use. */
public final class PortTakenException extends EmbeddedStartException {

    private static final long serialVersionUID = 1L;

    private final int port;

    public PortTakenException(String host, int port, Throwable cause) {
        super(
                "Port %d on %s is taken by another program; stop that program or choose another port."
                        .formatted(port, host),
                cause);
        this.port = port;
    }

    /** The requested port, 1 to 65535. */
    public int port() {
        return port;
    }
}
