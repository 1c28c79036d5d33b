package nl.klimrek.embedded;

/** Something else listens on the wanted port. */
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

    /** The port that was asked for, 1 to 65535. */
    public int port() {
        return port;
    }
}
