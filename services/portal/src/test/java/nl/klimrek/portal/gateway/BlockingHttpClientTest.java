package nl.klimrek.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire is the request as it is, once, and on the caller's thread. */
class BlockingHttpClientTest {

    private final BlockingHttpClient client = new BlockingHttpClient(Duration.ofSeconds(2));
    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.stop(0);
    }

    @Test
    void method_path_query_headers_and_body_arrive_as_they_are_over_one_connection() throws IOException {
        for (int i = 0; i < 3; i++) {
            HttpResponse<InputStream> answer = client.send(request("/echo/a%2Fb?q=%20x")
                    .header("Idempotency-Key", "k")
                    .method("PATCH", new BufferedBody("{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(207);
            assertThat(answer.headers().allValues("x-twice")).containsExactly("one", "two");
            assertThat(text(answer)).isEqualTo("PATCH /echo/a%2Fb?q=%20x k {\"a\":1}");
        }
        assertThat(connections).hasSize(1);
    }

    @Test
    void a_redirect_is_an_answer_and_an_answer_without_a_body_is_empty() throws IOException {
        HttpResponse<InputStream> redirect = client.send(request("/redirect").build());
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("Location")).contains("/elsewhere");
        assertThat(text(redirect)).isEmpty();
        HttpResponse<InputStream> none = client.send(
                request("/none").method("DELETE", BodyPublishers.noBody()).build());
        assertThat(none.statusCode()).isEqualTo(204);
        assertThat(text(none)).isEmpty();
        assertThat(connections).hasSize(1);
    }

    @Test
    void a_silent_server_is_a_time_out_and_is_asked_once() {
        HttpRequest request = request("/silent").timeout(Duration.ofMillis(200)).build();
        assertThatThrownBy(() -> client.send(request)).isInstanceOf(HttpTimeoutException.class);
        assertThat(requests).hasValue(1);
    }

    @Test
    void a_server_that_is_gone_is_a_failure_at_once() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .timeout(Duration.ofSeconds(30))
                .build();
        assertThatThrownBy(() -> client.send(request))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void only_what_is_in_memory_is_sent_here() {
        assertThat(BlockingHttpClient.canSend(request("/").build())).isTrue();
        assertThat(BlockingHttpClient.canSend(
                        request("/").POST(BodyPublishers.noBody()).build()))
                .isTrue();
        assertThat(BlockingHttpClient.canSend(
                        request("/").POST(new BufferedBody(new byte[1])).build()))
                .isTrue();
        assertThat(BlockingHttpClient.canSend(request("/")
                        .POST(BodyPublishers.ofInputStream(InputStream::nullInputStream))
                        .build()))
                .isFalse();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        connections.add(exchange.getRemoteAddress().getPort());
        String path = exchange.getRequestURI().getRawPath();
        if (path.equals("/silent")) {
            return;
        }
        try (exchange) {
            if (path.equals("/redirect")) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(302, -1);
            } else if (path.equals("/none")) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                byte[] body = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                                + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("X-Twice", "one");
                exchange.getResponseHeaders().add("X-Twice", "two");
                exchange.sendResponseHeaders(207, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
