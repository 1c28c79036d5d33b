package nl.klimrek.portal.livecount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The number that waits, on every page, as it changes. */
class LiveCountIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final List<LinkedBlockingQueue<String>> UPSTREAM = new CopyOnWriteArrayList<>();
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.service(Upstream.REMINDERS)
                .onJson("GET /api/reminders", "{\"items\":[],\"next\":null}")
                .on("GET /api/reminders/count", LiveCountIT::stream);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @AfterEach
    void end() {
        say("end");
        await().atMost(TIMEOUT).until(() -> portal.bean(LiveCounts.class).openStreams() == 0);
        UPSTREAM.clear();
    }

    @Test
    void a_page_is_told_each_change_and_no_longer_after_sign_out() {
        Browser browser = reader("anna");
        HttpResponse<String> page = browser.open("/settings");
        assertThat(page.body()).contains("data-waiting=\"# wacht");
        List<String> lines = follow(browser);
        say("event:waiting\ndata:3\n\n");
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(lines).contains("event:waiting", "data:3"));
        say("event:waiting\ndata:<script>\n\n");
        say(":\n\n");
        say("event:waiting\ndata:4\n\n");
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(lines).contains("data:4"));
        assertThat(lines).noneMatch(line -> line.contains("script"));
        assertThat(portal.service(Upstream.REMINDERS)
                        .last("GET", "/api/reminders/count")
                        .orElseThrow()
                        .headers())
                .containsEntry("klimrek-stream", "count")
                .containsKey("authorization");

        browser.submit(page, "/logout", Map.of());
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(lines).contains("ended"));
        assertThat(portal.bean(LiveCounts.class).openStreams()).isZero();
    }

    @Test
    void a_person_has_a_bounded_number_of_streams() {
        Browser browser = reader("bram");
        for (int i = 0; i < 6; i++) {
            follow(browser);
            say("event:waiting\ndata:1\n\n");
        }
        assertThat(portal.bean(LiveCounts.class).openStreams()).isEqualTo(6);
        assertThat(browser.open("/me/count").statusCode()).isEqualTo(429);
    }

    @Test
    void without_a_session_there_is_no_stream_and_no_second_sign_in_begins() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(portal.url() + "/me/count")).build();
        HttpResponse<Void> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("location")).isEmpty();
        assertThat(UPSTREAM).isEmpty();
    }

    private static List<String> follow(Browser browser) {
        List<String> lines = new CopyOnWriteArrayList<>();
        int before = UPSTREAM.size();
        HttpClient http =
                HttpClient.newBuilder().cookieHandler(browser.cookies()).build();
        Thread reader = new Thread(
                () -> {
                    try {
                        Stream<String> body = http.send(
                                        HttpRequest.newBuilder(URI.create(portal.url() + "/me/count"))
                                                .header("Accept", "text/event-stream")
                                                .build(),
                                        HttpResponse.BodyHandlers.ofLines())
                                .body();
                        body.forEach(lines::add);
                    } catch (IOException | RuntimeException ended) {
                        lines.add("failed");
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    lines.add("ended");
                },
                "follows a count");
        reader.setDaemon(true);
        reader.start();
        await().atMost(TIMEOUT).until(() -> UPSTREAM.size() > before);
        return lines;
    }

    private static void say(String text) {
        UPSTREAM.forEach(stream -> stream.add(text));
    }

    private static void stream(HttpExchange exchange) throws IOException {
        LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        UPSTREAM.add(texts);
        try {
            for (String text = texts.poll(60, TimeUnit.SECONDS);
                    text != null && !text.equals("end");
                    text = texts.poll(60, TimeUnit.SECONDS)) {
                exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Browser reader(String person) {
        portal.issuer().letIn(person, "EMPLOYEE");
        Browser browser = new Browser(portal.url(), "nl");
        browser.open("/me/looks");
        return browser;
    }
}
