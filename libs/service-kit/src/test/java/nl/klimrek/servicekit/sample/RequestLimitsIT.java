package nl.klimrek.servicekit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klimrek.servicekit.ServiceLauncher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A service with few threads, and clients that send much, slowly or nothing. */
class RequestLimitsIT {
    private static final int THREADS = 10;
    private static final int BODIES = 4;
    private static final int CONNECTIONS = 40;
    private static final String HEALTH = "GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String WISH = "{\"title\":\"learn to weld\",\"hours\":8}";

    private static Issuer issuer;
    private static ConfigurableApplicationContext service;
    private final List<RawClient> clients = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuer();
        service = ServiceLauncher.start(
                SampleService.class,
                "sample",
                Map.of(
                        "server.port",
                        0,
                        "klimrek.security.jwk-set-uri",
                        issuer.keysAddress(),
                        "server.tomcat.threads.max",
                        THREADS,
                        "klimrek.limits.bodies-at-once",
                        BODIES,
                        "klimrek.limits.connections-per-address",
                        CONNECTIONS,
                        "klimrek.limits.body-grace",
                        "1s",
                        "klimrek.limits.buffered-bytes",
                        "1MB"));
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        clients.clear();
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(SocketException.class)
                .until(() -> {
                    try (RawClient client = new RawClient(port())) {
                        return client.send(HEALTH).answer().startsWith("HTTP/1.1 200");
                    }
                });
    }

    @Test
    void a_token_is_refused_before_any_of_the_body_is_here() throws IOException {
        RawClient client = client().send(RawClient.post("/api/samples", "x", 900_000));
        assertThat(client.answer()).startsWith("HTTP/1.1 401").contains("token-invalid");
    }

    @Test
    void a_refused_body_that_comes_fast_leaves_the_connection_usable() throws IOException {
        RawClient client =
                client().send(RawClient.post("/api/samples", "x", 200_000)).send("y".repeat(200_000));
        assertThat(client.answer()).startsWith("HTTP/1.1 401");
        assertThat(client.send(HEALTH).answer()).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_body_that_trickles_is_given_up_and_its_connection_closed() throws IOException {
        RawClient client = client().send(RawClient.post("/api/samples", issuer.token(), 900_000));
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    client.send("x");
                    return client.hasAnswer();
                });
        assertThat(client.answer()).startsWith("HTTP/1.1 408").contains("body-too-slow");
        assertThat(client.isClosedByServer()).isTrue();
    }

    @Test
    void a_body_of_which_nothing_comes_is_given_up() throws IOException {
        assertThat(client().send(RawClient.post("/api/samples", issuer.token(), 900))
                        .answer())
                .startsWith("HTTP/1.1 408");
    }

    @Test
    void slow_bodies_hold_so_many_threads_and_health_answers_meanwhile() throws IOException {
        for (int i = 0; i < 2 * THREADS; i++) {
            client().send(RawClient.post("/api/samples", issuer.token(), 900));
        }
        long begin = System.nanoTime();
        assertThat(client().send(HEALTH).answer()).startsWith("HTTP/1.1 200");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
        hangUp();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client().send(RawClient.post("/api/samples", issuer.token(), WISH.length()))
                        .send(WISH)
                        .answer()
                        .startsWith("HTTP/1.1 200"));
    }

    @Test
    void bodies_that_are_held_take_so_much_memory_and_no_more() throws IOException {
        client().send(RawClient.post("/api/samples", issuer.token(), 900_000));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client().send(RawClient.post("/api/samples", issuer.token(), 900_000))
                        .answer()
                        .contains("busy"));
    }

    @Test
    void one_address_has_so_many_connections_and_those_it_has_go_on() throws IOException {
        for (int i = 0; i < CONNECTIONS; i++) {
            client();
        }
        assertThat(client().isClosedByServer()).isTrue();
        assertThat(clients.get(0).send(HEALTH).answer()).startsWith("HTTP/1.1 200");
    }

    @Test
    void what_tomcat_refuses_before_the_filters_is_a_bare_problem() throws IOException {
        for (String head : List.of(
                "GET /api/%2f HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /a|b HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n")) {
            assertThat(client().send(head).answer()).startsWith("HTTP/1.1 400").doesNotContain("<html", "Tomcat");
        }
        assertThat(client().send("GET /api/%2f HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .answer())
                .contains("application/problem+json", "nosniff", "Content-Security-Policy", "request-invalid");
    }

    @Test
    void depth_and_number_of_fields_are_bounded() throws IOException {
        for (String body : List.of(
                "{\"title\":" + "[".repeat(40) + "]".repeat(40) + ",\"hours\":8}",
                "{\"x\":" + "[".repeat(40) + "]".repeat(40) + "," + WISH.substring(1),
                "{\"" + "x".repeat(600) + "\":1," + WISH.substring(1),
                "{" + "\"x\":[" + "1,".repeat(200_000) + "1]," + WISH.substring(1))) {
            assertThat(client().send(RawClient.post("/api/samples", issuer.token(), body.length()))
                            .send(body)
                            .answer())
                    .as(body.substring(0, 20))
                    .startsWith("HTTP/1.1 400")
                    .contains("body-unreadable");
        }
    }

    private static int port() {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private RawClient client() throws IOException {
        RawClient client = new RawClient(port());
        clients.add(client);
        return client;
    }
}
