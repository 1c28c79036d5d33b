package nl.klimrek.reminders.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

/** A mail server (RFC 5321) that gives prescribed answers to some commands and accepts all others. */
final class ScriptedMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers;

    /** @param answers by the first word of a command, or {@code .} for the end of the data */
    ScriptedMailServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept();
                    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
                    PrintWriter out = new PrintWriter(client.getOutputStream(), true, US_ASCII)) {
                talk(in, out);
            } catch (IOException e) {
                // The client closed the connection, or the test is over.
            }
        }
    }

    private void talk(BufferedReader in, PrintWriter out) throws IOException {
        out.print("220 ready\r\n");
        out.flush();
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (data && !line.equals(".")) {
                continue;
            }
            data = line.equals("DATA") && !answers.containsKey("DATA");
            String command = line.split(" ")[0];
            out.print(
                    answers.getOrDefault(command, data ? "354 go on" : command.equals("QUIT") ? "221 bye" : "250 fine")
                            + "\r\n");
            out.flush();
        }
    }
}
