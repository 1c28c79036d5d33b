package nl.klimrek.reminders.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the socket of one connection and keeps hold of it, because the mail library gives no other way to change its time-out. */
final class OwnSocket extends SocketFactory {

    private @Nullable Socket socket;

    @Override
    public Socket createSocket() {
        Socket made = new Socket();
        socket = made;
        return made;
    }

    /** The longest wait for an answer, in milliseconds; 0 for no bound. */
    int timeout() throws SocketException {
        return socket == null ? 0 : socket.getSoTimeout();
    }

    /** Waits for an answer at most this long from now on. */
    void setTimeout(int millis) throws SocketException {
        if (socket != null) {
            socket.setSoTimeout(millis);
        }
    }

    /** Ends the connection without a word. */
    void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("The mail library connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }
}
