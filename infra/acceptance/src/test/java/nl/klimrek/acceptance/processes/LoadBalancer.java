package nl.klimrek.acceptance.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Spreads connections over the instances of a service, as the service address of a cluster does: it knows nothing of HTTP,
 * retries nothing, and passes over an instance that does not accept a connection.
 */
final class LoadBalancer implements AutoCloseable {

    private static final int BACKLOG = 200;

    private final ServerSocket listening;
    private final List<Integer> instances = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    LoadBalancer(int port) throws IOException {
        listening = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        start("balance-" + port, this::accept);
    }

    void add(int port) {
        instances.add(port);
    }

    /** Gives an instance no new connections. */
    void remove(int port) {
        instances.remove((Integer) port);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                start("balance", () -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client;
                Socket instance = connect()) {
            open.add(instance);
            client.setTcpNoDelay(true);
            instance.setTcpNoDelay(true);
            Thread answers = start("balance-answer", () -> pipe(instance, client));
            pipe(client, instance);
            answers.join();
            open.remove(instance);
        } catch (IOException nobodyThere) {
            // The client sees a connection that ends without an answer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private Socket connect() throws IOException {
        List<Integer> all = List.copyOf(instances);
        int first = turn.getAndIncrement();
        for (int i = 0; i < all.size(); i++) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), all.get(Math.floorMod(first + i, all.size())));
            } catch (IOException refused) {
                // The next one may accept.
            }
        }
        throw new IOException("no instance accepts a connection");
    }

    /** Closes both ends when one does: half a connection serves nobody. */
    private static void pipe(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException ended) {
            // The other direction ends with this one.
        }
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
