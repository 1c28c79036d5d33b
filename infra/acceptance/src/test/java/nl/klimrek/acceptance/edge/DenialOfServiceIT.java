package nl.klimrek.acceptance.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** All parts are ready and pages answer while clients without a token send large or slow bodies, and afterwards. */
class DenialOfServiceIT {

    private static final Duration ATTACK = Duration.ofSeconds(12);
    private static final Duration PROMPT = Duration.ofSeconds(3);
    private static final List<String> PAGES = List.of("/health/ready", "/identity/login", "/me");

    private final EdgePlatform edge = EdgePlatform.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Duration> answers = new ArrayList<>();

    /** 48 connections of 10 MB once filled the heap: a body was read before its token was verified. */
    @Test
    void large_bodies_without_a_good_token_fill_no_memory() throws Exception {
        byte[] part = new byte[64 * 1024];
        try (ConnectionFlood flood = new ConnectionFlood(edge.platform.port)
                .connections(48, "/api/people/imports", 10_000_000, out -> {
                    for (int sent = 0; sent < 10_000_000; sent += part.length) {
                        out.write(part);
                    }
                })) {
            everythingAnswersPromptly();
            assertThat(flood.sent()).isGreaterThan(100);
        }
        assertThat(edge.platform.process().isAlive()).isTrue();
        everyRoomOpensAgain();
    }

    /** 70 slow bodies once held every thread of the portal. */
    @Test
    void slow_bodies_hold_neither_pages_nor_readiness() throws Exception {
        ConnectionFlood.Sending slowly = out -> {
            while (!Thread.currentThread().isInterrupted()) {
                out.write('x');
                TimeUnit.MILLISECONDS.sleep(500);
            }
        };
        try (ConnectionFlood flood = new ConnectionFlood(edge.platform.port)
                .connections(70, "/identity/login", 100_000, slowly)
                .connections(70, "/api/pop-forms", 100_000, slowly)) {
            everythingAnswersPromptly();
            assertThat(flood.endedByServer()).as("connections given up").isGreaterThan(70);
        }
        everyRoomOpensAgain();
    }

    private void everythingAnswersPromptly() {
        await().during(ATTACK)
                .atMost(ATTACK.plusSeconds(10))
                .pollInterval(Duration.ofMillis(250))
                .until(this::answersPromptly);
        Collections.sort(answers);
        System.out.printf(
                "during the attack: %d answers, median %d ms, slowest %d ms%n",
                answers.size(),
                answers.get(answers.size() / 2).toMillis(),
                answers.get(answers.size() - 1).toMillis());
    }

    private boolean answersPromptly() throws Exception {
        for (String page : PAGES) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(edge.platform.url(page)))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            answers.add(Duration.ofNanos(System.nanoTime() - begin));
            assertThat(answer.statusCode()).as("%s %s", page, answer.body()).isEqualTo(page.equals("/me") ? 302 : 200);
            assertThat(answers.get(answers.size() - 1)).as(page).isLessThan(PROMPT);
        }
        return true;
    }

    private void everyRoomOpensAgain() {
        edge.awaitReady();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> edge.send("POST", "/api/pop-forms", edge.tokenOf("lars", "EMPLOYEE"), null, null)
                                .statusCode()
                        < 500);
    }
}
