package nl.klimrek.servicekit.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that sends exactly what it is told, as slowly as it is told. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private final Socket socket;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** The head of a POST whose body is announced and does not follow. */
    static String post(String path, String token, long length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: k\r\nContent-Length: " + length + "\r\n\r\n";
    }

    RawClient send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return this;
    }

    /** Whether an answer has begun to arrive, or the connection was closed. */
    boolean hasAnswer() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** Head and body of the next answer; empty when the connection was closed instead. */
    String answer() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        if (head.toString().toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
            while (head.indexOf("\r\n0\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            return head.toString();
        }
        String length = head.toString().replaceFirst("(?is).*content-length: (\\d+).*", "$1");
        byte[] body =
                length.chars().allMatch(Character::isDigit) ? in.readNBytes(Integer.parseInt(length)) : new byte[0];
        return head + new String(body, StandardCharsets.UTF_8);
    }

    boolean isClosedByServer() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
