package nl.klimrek.reminders.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server (RFC 5321) whose answers a test decides, on many connections at once. */
public final class TalkingMailServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Talk talk;
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final List<Integer> messages = new CopyOnWriteArrayList<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    public TalkingMailServer(Talk talk) throws IOException {
        this.talk = talk;
        thread(this::accept);
    }

    /** What the server says to a command. */
    @FunctionalInterface
    public interface Talk {

        /**
         * The answer to a command.
         *
         * @param session number of the connection, from 1
         * @param message number of the message on it, from 1
         * @param command first word of the command, or {@code .} for the end of a message
         * @return null to end the connection without an answer
         */
        @Nullable
        String answer(int session, int message, String command);

        /** The answer of a server that accepts everything. */
        static String yes(String command) {
            return switch (command) {
                case "DATA" -> "354 go on";
                case "QUIT" -> "221 bye";
                default -> "250 fine";
            };
        }
    }

    /** Settings of a sender to this server. */
    public JavaMailSenderImpl settings() {
        JavaMailSenderImpl settings = new JavaMailSenderImpl();
        settings.setHost("127.0.0.1");
        settings.setPort(socket.getLocalPort());
        settings.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "20000");
        settings.getJavaMailProperties().setProperty("mail.smtp.timeout", "20000");
        return settings;
    }

    /** Number of connections that there were. */
    public int sessions() {
        return sessions.get();
    }

    /** Number of connections that are open now. */
    public int open() {
        return open.get();
    }

    /** The most connections that were open at once. */
    public int mostOpen() {
        return mostOpen.get();
    }

    /** The connection of each message whose end arrived. */
    public List<Integer> messages() {
        return List.copyOf(messages);
    }

    /** Ends every connection. */
    public void hangUp() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                thread(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        try (client;
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, US_ASCII)) {
            talk(in, out, sessions.incrementAndGet());
        } catch (IOException gone) {
            // The client closed the connection, or the test did.
        } finally {
            open.decrementAndGet();
        }
    }

    private void talk(BufferedReader in, PrintWriter out, int session) throws IOException {
        say(out, "220 ready");
        boolean data = false;
        int message = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (data && !line.equals(".")) {
                continue;
            }
            String command = data ? "." : line.split("[ :]")[0];
            message += command.equals("MAIL") ? 1 : 0;
            if (data) {
                messages.add(session);
            }
            String answer = talk.answer(session, message, command);
            if (answer == null) {
                return;
            }
            data = command.equals("DATA") && answer.startsWith("354");
            say(out, answer);
            if (answer.startsWith("421") || command.equals("QUIT")) {
                return;
            }
        }
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "talking-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        hangUp();
    }
}
