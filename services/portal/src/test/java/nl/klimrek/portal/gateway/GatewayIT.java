package nl.klimrek.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.springboot3.bulkhead.autoconfigure.BulkheadProperties;
import io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerProperties;
import io.github.resilience4j.springboot3.retry.autoconfigure.RetryProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.FakeHttpService.Asked;
import nl.klimrek.portal.fixture.RunningPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningPortal portal;
    private static String token;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        token = portal.issuer().accessTokenOf("anna", "EMPLOYEE");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void closeCircuits() {
        portal.bean(CircuitBreakerRegistry.class).getAllCircuitBreakers().forEach(breaker -> breaker.reset());
    }

    @ParameterizedTest
    @EnumSource(Upstream.class)
    void every_service_has_a_circuit_breaker_a_bulkhead_and_a_retry_that_can_be_configured(Upstream service) {
        assertThat(portal.bean(CircuitBreakerProperties.class).getInstances()).containsKey(service.id());
        assertThat(portal.bean(BulkheadProperties.class).getInstances()).containsKey(service.id());
        assertThat(portal.bean(RetryProperties.class).getInstances()).containsKey(service.id());
        var breaker = portal.bean(CircuitBreakerRegistry.class)
                .circuitBreaker(service.id())
                .getCircuitBreakerConfig();
        assertThat(breaker.getMinimumNumberOfCalls()).isEqualTo(5);
        assertThat(breaker.getSlidingWindowSize()).isEqualTo(20);
        assertThat(portal.bean(BulkheadRegistry.class)
                        .bulkhead(service.id())
                        .getBulkheadConfig()
                        .getMaxConcurrentCalls())
                .isEqualTo(24);
    }

    @Test
    void a_mail_program_turns_messages_off_without_a_token_or_a_key_and_reaches_nothing_else() throws Exception {
        FakeHttpService reminders = portal.service(Upstream.REMINDERS);
        reminders.on(
                "POST /api/reminders/unsubscribe/secret.link",
                FakeHttpService.json(200, "done", "Content-Security-Policy", "default-src 'none'"));
        HttpRequest.Builder oneClick = HttpRequest.newBuilder(
                        URI.create(portal.url() + "/api/reminders/unsubscribe/secret.link"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"));

        HttpResponse<String> answer = HTTP.send(oneClick.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'");
        assertThat(reminders
                        .last("POST", "/api/reminders/unsubscribe/secret.link")
                        .orElseThrow()
                        .body())
                .isEqualTo("List-Unsubscribe=One-Click");
        for (String closed : List.of("/api/reminders/unsubscribe/secret.link/more", "/api/reminders/p-1/snooze")) {
            assertThat(HTTP.send(
                                    HttpRequest.newBuilder(URI.create(portal.url() + closed))
                                            .POST(HttpRequest.BodyPublishers.noBody())
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .as(closed)
                    .isEqualTo(401);
        }
        assertThat(HTTP.send(
                                HttpRequest.newBuilder(
                                                URI.create(portal.url() + "/api/reminders/unsubscribe/secret.link"))
                                        .DELETE()
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_request_reaches_the_owner_of_its_path_with_query_body_and_the_callers_token() throws Exception {
        FakeHttpService conversations = portal.service(Upstream.CONVERSATIONS);
        conversations
                .on("POST /api/cycles/c%201", FakeHttpService.json(201, "{\"id\":\"1\"}"))
                .on(
                        "POST /api/cycles/c 1",
                        FakeHttpService.json(
                                201,
                                "{\"id\":\"1\"}",
                                "ETag",
                                "\"1\"",
                                "Location",
                                conversations.url() + "/api/cycles/1",
                                "X-Inner",
                                "secret"));
        HttpResponse<String> answer = send(request("/api/cycles/c%201?x=%C3%A9&y=")
                .header("Idempotency-Key", "k1")
                .header("If-Match", "\"3\"")
                .header("X-Correlation-Id", "corr-1")
                .header("X-Forwarded-User", "boss")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("Cookie", "PORTALSESSION=1")
                .POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}")));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"id\":\"1\"}");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(answer.headers().firstValue("Location")).hasValue(portal.url() + "/api/cycles/1");
        assertThat(answer.headers().firstValue("X-Inner")).isEmpty();
        assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly("corr-1");
        Asked asked = conversations.last("POST", "/api/cycles/c%201").orElseThrow();
        assertThat(asked.pathAndQuery()).isEqualTo("/api/cycles/c%201?x=%C3%A9&y=");
        assertThat(asked.body()).isEqualTo("{\"a\":1}");
        assertThat(asked.headers())
                .containsEntry("authorization", "Bearer " + token)
                .containsEntry("idempotency-key", "k1")
                .containsEntry("if-match", "\"3\"")
                .containsEntry("x-correlation-id", "corr-1")
                .containsEntry("content-type", "application/json")
                .doesNotContainKeys("cookie", "x-forwarded-user");
        assertThat(asked.headers().get("traceparent"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .endsWith("-01")
                .doesNotContain("b7ad6b7169203331");
    }

    @Test
    void without_a_token_nothing_is_passed_on() throws Exception {
        FakeHttpService people = portal.service(Upstream.PEOPLE);
        people.forget();
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(portal.url() + "/api/people/x"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(problem(answer).path("code").asText()).isEqualTo("token-missing");
        assertThat(people.asked()).isEmpty();
    }

    @Test
    void a_token_that_does_not_verify_is_not_passed_on_and_its_body_is_not_waited_for() throws Exception {
        FakeHttpService people = portal.service(Upstream.PEOPLE);
        people.forget();
        try (Socket client = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(portal.url()).getPort())) {
            client.setSoTimeout(30_000);
            client.getOutputStream()
                    .write(("POST /api/people/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n"
                                    + "Idempotency-Key: k\r\nContent-Type: text/csv\r\nContent-Length: 10000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 401");
        }
        assertThat(people.asked()).isEmpty();
    }

    @Test
    void a_path_that_nobody_owns_is_not_found() throws Exception {
        HttpResponse<String> answer = send(request("/api/privacy/requests").GET());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(problem(answer).path("code").asText()).isEqualTo("not-found");
    }

    @Test
    void a_refusal_of_a_service_comes_back_as_it_is() throws Exception {
        portal.service(Upstream.PEOPLE)
                .on(
                        "GET /api/people/x",
                        FakeHttpService.json(
                                403,
                                "{\"code\":\"forbidden\"}",
                                "Content-Type",
                                "application/problem+json",
                                "Retry-After",
                                "7"));
        HttpResponse<String> answer = send(request("/api/people/x").GET());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"code\":\"forbidden\"}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void a_body_over_the_limit_is_refused_but_a_file_streams_whatever_its_length() throws Exception {
        portal.service(Upstream.PEOPLE).on("POST /api/people/imports", FakeHttpService.json(200, "{}"));
        String large = "x".repeat(2 * 1024 * 1024);
        HttpResponse<String> refused = send(request("/api/pop-forms/x")
                .header("Idempotency-Key", "k")
                .POST(HttpRequest.BodyPublishers.ofString(large)));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(problem(refused).path("code").asText()).isEqualTo("body-too-large");
        HttpResponse<String> imported = send(request("/api/people/imports")
                .header("Idempotency-Key", "k")
                .POST(HttpRequest.BodyPublishers.ofString(large.repeat(10))));
        assertThat(imported.statusCode()).isEqualTo(200);
        assertThat(portal.service(Upstream.PEOPLE)
                        .last("POST", "/api/people/imports")
                        .orElseThrow()
                        .body())
                .hasSize(20 * 1024 * 1024);
        HttpResponse<String> chunked = send(request("/api/people/imports")
                .header("Idempotency-Key", "k")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));
        assertThat(chunked.statusCode()).isEqualTo(200);
        assertThat(portal.service(Upstream.PEOPLE)
                        .last("POST", "/api/people/imports")
                        .orElseThrow()
                        .body())
                .isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "multipart/form-data"})
    void a_body_that_calls_itself_a_form_is_passed_on_as_it_is(String type) throws Exception {
        for (String path : List.of("/api/people/imports", "/api/people/forms")) {
            portal.service(Upstream.PEOPLE).on("POST " + path, FakeHttpService.json(200, "{}"));
            HttpResponse<String> answer = send(request(path)
                    .header("Idempotency-Key", "k")
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString("0000-00-00")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(portal.service(Upstream.PEOPLE)
                            .last("POST", path)
                            .orElseThrow()
                            .body())
                    .isEqualTo("0000-00-00");
        }
    }

    @Test
    void senders_that_break_off_do_not_open_the_circuit_of_the_service() throws Exception {
        portal.service(Upstream.PEOPLE).on("POST /api/people/imports", FakeHttpService.json(200, "{}"));
        CircuitBreaker circuit = portal.bean(CircuitBreakerRegistry.class).circuitBreaker("people");
        List<Throwable> counted = new CopyOnWriteArrayList<>();
        AtomicInteger brokenOff = new AtomicInteger();
        circuit.getEventPublisher()
                .onError(failure -> counted.add(failure.getThrowable()))
                .onIgnoredError(failure -> brokenOff.incrementAndGet());
        URI address = URI.create(portal.url());
        for (int i = 0; i < 30; i++) {
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream()
                        .write(("POST /api/people/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                        + "\r\nIdempotency-Key: k" + i
                                        + "\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\nbroken off")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
        }
        // So many at once from one address are told that the portal is busy; a sender then comes again.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            HttpResponse<String> whole = send(request("/api/people/imports")
                    .header("Idempotency-Key", "whole")
                    .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000))));
            assertThat(whole.statusCode()).as(whole.body()).isEqualTo(200);
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> brokenOff.get() >= 5);
        assertThat(counted).isEmpty();
        assertThat(circuit.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void a_get_is_sent_once_more_when_the_connection_broke() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        portal.service(Upstream.INSIGHTS)
                .on(
                        "GET /api/insights/coverage",
                        exchange -> (calls.incrementAndGet() == 1
                                        ? FakeHttpService.hangUp()
                                        : FakeHttpService.json(200, "{}"))
                                .to(exchange));
        assertThat(send(request("/api/insights/coverage").GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_post_is_sent_once_and_a_broken_connection_is_a_problem_that_names_the_service() throws Exception {
        FakeHttpService budgets = portal.service(Upstream.LEARNING_BUDGETS);
        budgets.on("POST /api/learning-budgets/requests", FakeHttpService.hangUp());
        budgets.forget();
        HttpResponse<String> answer = send(request("/api/learning-budgets/requests")
                .header("Idempotency-Key", "k")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertAway(answer, "learning-budgets");
        assertThat(budgets.asked()).hasSize(1);
    }

    @Test
    void a_service_that_takes_too_long_is_a_problem_in_time() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (RunningPortal impatient = new RunningPortal(Map.of("klimrek.portal.time-out", "1s"))) {
            impatient.service(Upstream.REMINDERS).on("GET /api/reminders", exchange -> {
                try {
                    never.await();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            });
            long begin = System.nanoTime();
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(impatient.url() + "/api/reminders"))
                    .header("Authorization", "Bearer " + impatient.issuer().accessTokenOf("anna", "EMPLOYEE")));
            never.countDown();
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(problem(answer).path("code").asText()).isEqualTo("service-slow");
            assertThat(System.nanoTime() - begin).isLessThan(30_000_000_000L);
        }
    }

    @Test
    void after_repeated_failures_a_service_is_left_alone_while_the_others_go_on() throws Exception {
        FakeHttpService journal = portal.service(Upstream.JOURNAL);
        journal.on("POST /api/journal/verify", FakeHttpService.hangUp());
        for (int i = 0; i < 6; i++) {
            assertAway(
                    send(request("/api/journal/verify")
                            .header("Idempotency-Key", "k" + i)
                            .POST(HttpRequest.BodyPublishers.noBody())),
                    "journal");
        }
        journal.forget();
        HttpResponse<String> answer = send(request("/api/journal/timeline").GET());
        assertAway(answer, "journal");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(journal.asked()).isEmpty();
        portal.service(Upstream.POP_FORMS).onJson("GET /api/pop-forms/me", "{}");
        assertThat(send(request("/api/pop-forms/me").GET()).statusCode()).isEqualTo(200);
    }

    private static void assertAway(HttpResponse<String> answer, String service) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(problem(answer).path("code").asText()).isEqualTo("service-away");
        assertThat(problem(answer).path("details").path("service").asText()).isEqualTo(service);
        assertThat(problem(answer).path("detail").asText()).contains(service);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(portal.url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode problem(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
