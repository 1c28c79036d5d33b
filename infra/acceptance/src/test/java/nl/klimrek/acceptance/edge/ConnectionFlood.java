package nl.klimrek.acceptance.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Many connections that keep sending request bodies, each in its own thread, until closed. */
final class ConnectionFlood implements AutoCloseable {

    /** Sends one connection's body after its head; returns when it gives up. */
    @FunctionalInterface
    interface Sending {
        void send(OutputStream out) throws IOException, InterruptedException;
    }

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final int port;

    ConnectionFlood(int port) {
        this.port = port;
    }

    ConnectionFlood connections(int number, String path, long length, Sending sending) {
        String head =
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\nIdempotency-Key: k\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n\r\n";
        for (int i = 0; i < number; i++) {
            Thread thread = new Thread(() -> again(head, sending), "flood-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return this;
    }

    private void again(String head, Sending sending) {
        while (!over.get()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                OutputStream out = socket.getOutputStream();
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                sent.incrementAndGet();
                sending.send(out);
            } catch (IOException closed) {
                ended.incrementAndGet();
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    /** Number of requests whose head was sent. */
    int sent() {
        return sent.get();
    }

    /** Number of connections that the server closed during the body. */
    int endedByServer() {
        return ended.get();
    }

    @Override
    public void close() {
        over.set(true);
        threads.forEach(Thread::interrupt);
    }
}
