package nl.klimrek.reminders.webhookclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.reminders.webhooks.WebhookProperties;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookClientTest {

    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final WebhookProperties properties = new WebhookProperties(
            Set.of("localhost"), Duration.ofDays(5), Duration.ofSeconds(1), Duration.ofSeconds(5));
    private final WebhookClient client = new WebhookClient(properties, SystemDefaultDnsResolver.INSTANCE);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.createContext("/ok", exchange -> answer(exchange, 204));
        server.createContext("/gone", exchange -> answer(exchange, 410));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/ok");
            answer(exchange, 307);
        });
        server.createContext("/silent", exchange -> {
            requests.incrementAndGet();
            awaitEnd();
            exchange.close();
        });
        server.createContext("/endless", this::endless);
        server.createContext("/dripping", this::dripping);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
        client.destroy();
    }

    @Test
    void an_answer_of_success_delivers_and_any_other_does_not() {
        assertThat(post("/ok")).isEqualTo(new WebhookAnswer(DeliveryOutcome.DELIVERED, 204));
        assertThat(post("/gone")).isEqualTo(new WebhookAnswer(DeliveryOutcome.GONE, 410));
        assertThat(post("/nothing")).isEqualTo(new WebhookAnswer(DeliveryOutcome.REFUSED, 404));
    }

    @Test
    void a_redirect_is_not_followed() {
        assertThat(post("/moved")).isEqualTo(new WebhookAnswer(DeliveryOutcome.REFUSED, 307));
        assertThat(requests).hasValue(1);
    }

    @Test
    void a_silent_server_and_one_whose_answer_never_ends_cost_the_time_out_at_most() {
        long begin = System.nanoTime();
        assertThat(post("/silent").outcome()).isEqualTo(DeliveryOutcome.TIMED_OUT);
        assertThat(post("/endless").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(25));
    }

    @Test
    void a_server_that_answers_drop_by_drop_costs_the_time_out_at_most() {
        assertThat(post("/dripping")).isEqualTo(WebhookAnswer.without(DeliveryOutcome.TIMED_OUT));
    }

    @Test
    void a_name_that_leads_inside_the_network_gets_no_connection() throws IOException {
        try (Closing inside = new Closing(new WebhookClient(properties, PublicAddressesTest.names("127.0.0.1")))) {
            assertThat(inside.client()
                            .post(
                                    URI.create("http://hooks.example:"
                                            + server.getAddress().getPort() + "/ok"),
                                    "{}",
                                    Map.of()))
                    .isEqualTo(WebhookAnswer.without(DeliveryOutcome.PRIVATE_ADDRESS));
            assertThat(inside.client()
                            .post(
                                    URI.create("http://127.0.0.1:"
                                            + server.getAddress().getPort() + "/ok"),
                                    "{}",
                                    Map.of()))
                    .isEqualTo(WebhookAnswer.without(DeliveryOutcome.PRIVATE_ADDRESS));
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void a_server_that_is_away_is_unreachable() {
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThat(client.post(URI.create("http://localhost:" + port + "/ok"), "{}", Map.of()))
                .isEqualTo(WebhookAnswer.without(DeliveryOutcome.UNREACHABLE));
    }

    private WebhookAnswer post(String path) {
        return client.post(URI.create("http://localhost:" + server.getAddress().getPort() + path), "{}", Map.of());
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        requests.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            while (over.getCount() > 0) {
                body.write(new byte[1024]);
            }
        }
    }

    /** Each byte comes in time, and the whole answer after half a minute. */
    private void dripping(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int drops = 0; drops < 150 && over.getCount() > 0; drops++) {
                body.write('.');
                body.flush();
                await(200);
            }
        }
    }

    private void awaitEnd() {
        await(60_000);
    }

    private void await(long millis) {
        try {
            over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private record Closing(WebhookClient client) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            client.destroy();
        }
    }
}
