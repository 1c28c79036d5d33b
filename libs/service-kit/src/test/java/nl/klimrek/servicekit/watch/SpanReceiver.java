package nl.klimrek.servicekit.watch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An OTLP receiver over HTTP that keeps what it was sent. */
final class SpanReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<byte[]> received = new CopyOnWriteArrayList<>();

    SpanReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            received.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Whether an export of this service has a span of this trace and name. */
    boolean hasSpan(String service, String traceId, String name) {
        String trace = text(HexFormat.of().parseHex(traceId));
        return received.stream()
                .map(SpanReceiver::text)
                .anyMatch(export -> export.contains(service) && export.contains(trace) && export.contains(name));
    }

    /** Everything that was received, with its texts readable. */
    String everything() {
        return received.stream().map(SpanReceiver::text).reduce("", String::concat);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
