package nl.klimrek.servicekit.limits;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/** HTTP/1.1 with a limit of connections for each address; a further one is closed as soon as it is accepted. */
public final class ConnectionLimitProtocol extends Http11NioProtocol {
    /** Looks for time-outs once a second, for every service in this process at the same moment. */
    private static final ScheduledExecutorService TIMEOUTS = new AlignedExecutor(ConnectionLimitProtocol::daemon);
    /** How late a silent connection may be closed while no other one is heard. Tomcat looks once a second for each service. */
    private static final Duration SILENCE_CHECK = Duration.ofSeconds(5);

    private final Endpoint endpoint;

    public ConnectionLimitProtocol() {
        this(new Endpoint());
    }

    private ConnectionLimitProtocol(Endpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        endpoint.setSelectorTimeout(SILENCE_CHECK.toMillis());
    }

    /** Tomcat's own executor has two threads a server, which both wake up for it. */
    @Override
    public void setUtilityExecutor(ScheduledExecutorService executor) {
        super.setUtilityExecutor(TIMEOUTS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "http-timeouts");
        thread.setDaemon(true);
        return thread;
    }

    /** @param most 0 for no limit */
    void connectionsPerAddress(int most) {
        endpoint.most = most;
    }

    private static final class Endpoint extends NioEndpoint {
        private volatile int most;

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (most == 0 || hasRoomFor(socket)) {
                return super.setSocketOptions(socket);
            }
            destroySocket(socket);
            return false;
        }

        private boolean hasRoomFor(SocketChannel socket) {
            try {
                if (!(socket.getRemoteAddress() instanceof InetSocketAddress remote)) {
                    return true;
                }
                String address = remote.getAddress().getHostAddress();
                return connections.values().stream()
                                .filter(held -> address.equals(held.getRemoteAddr()))
                                .count()
                        < most;
            } catch (IOException gone) {
                getLog().debug("A connection was gone before it was served", gone);
                return false;
            }
        }
    }
}
