package nl.klimrek.conversations;

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

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers as the people service does when it is asked which employee number is whose. */
final class StubPeople {

    private static final Map<String, String> PERSON_OF = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = start();

    private StubPeople() {}

    static String address() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    /** @param source HR system that the number is of */
    static void has(String source, String number, String person) {
        PERSON_OF.put(source + " " + number, person);
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/people/by-number", StubPeople::answer);
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
        byte[] found = Arrays.stream(query).skip(1).map(StubPeople::value)
                .filter(number -> PERSON_OF.containsKey(source + " " + number))
                .map(number -> "{\"number\":\"" + number + "\",\"person\":\"" + PERSON_OF.get(source + " " + number) + "\"}")
                .collect(Collectors.joining(",", "[", "]")).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(allowed ? 200 : 401, found.length);
        exchange.getResponseBody().write(found);
        exchange.close();
    }

    private static String value(String parameter) {
        return URLDecoder.decode(parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
    }
}
