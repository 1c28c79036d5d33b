package nl.klimrek.conversations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Answers as the people service does when it is asked which employee number or e-mail address is whose. */
final class StubPeople {

    private static final Map<String, String> PERSON_OF = new ConcurrentHashMap<>();
    private static final Map<String, String> OWNER_OF = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = start();

    private StubPeople() {}

    static String address() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    /** @param source HR system that the number is of */
    static void has(String source, String number, String person) {
        PERSON_OF.put(source + " " + number, person);
    }

    /** @param person who has it; null for several people */
    static void hasAddress(String email, String person) {
        OWNER_OF.put(email, person == null ? "\"shared\":true" : "\"shared\":false,\"person\":\"" + person + "\"");
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/people/by-number", StubPeople::answer);
            server.createContext("/api/people/by-email", StubPeople::addresses);
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String[] query = exchange.getRequestURI().getRawQuery().split("&");
        String source = value(query[0]);
        boolean allowed = exchange.getRequestHeaders().getFirst("Authorization") != null && query.length <= 101;
        byte[] found = Arrays.stream(query)
                .skip(1)
                .map(StubPeople::value)
                .filter(number -> PERSON_OF.containsKey(source + " " + number))
                .map(number ->
                        "{\"number\":\"" + number + "\",\"person\":\"" + PERSON_OF.get(source + " " + number) + "\"}")
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
        send(exchange, allowed, found);
    }

    private static void addresses(HttpExchange exchange) throws IOException {
        String[] query = exchange.getRequestURI().getRawQuery().split("&");
        boolean allowed = exchange.getRequestHeaders().getFirst("Authorization") != null && query.length <= 100;
        byte[] found = Arrays.stream(query)
                .map(StubPeople::value)
                .filter(OWNER_OF::containsKey)
                .map(email -> "{\"email\":\"" + email + "\"," + OWNER_OF.get(email) + "}")
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
        send(exchange, allowed, found);
    }

    private static void send(HttpExchange exchange, boolean allowed, byte[] found) throws IOException {
        exchange.sendResponseHeaders(allowed ? 200 : 401, found.length);
        exchange.getResponseBody().write(found);
        exchange.close();
    }

    private static String value(String parameter) {
        return URLDecoder.decode(parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
    }
}
