package nl.klimrek.servicekit.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.TraceContext;
import nl.klimrek.servicekit.watch.answering.AnsweringService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

class WatchedServicesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Set<String> OUR_LABELS = Set.of("service", "topic", "group", "partition", "reason", "error");

    @TempDir
    static Path folder;

    private static TwoServices services;

    @BeforeAll
    static void start() throws Exception {
        services = new TwoServices(folder);
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @Test
    void one_trace_goes_from_a_request_through_its_event_to_the_event_of_another_service() {
        String id = services.ask("p-anna", "hello", Map.of("traceparent", "00-" + TRACE + "-" + SPAN + "-01"));
        TraceContext asked = trace(Topics.PEOPLE, id);
        TraceContext answered = trace(Topics.CONVERSATIONS, id);
        assertThat(List.of(asked.traceId(), answered.traceId())).containsOnly(TRACE);
        assertThat(List.of(SPAN, asked.spanId(), answered.spanId())).doesNotHaveDuplicates();
        assertThat(services.bean(AnsweringService.class).logged).containsEntry(id, TRACE);
    }

    @Test
    void spans_of_the_request_and_of_the_event_s_handling_reach_the_receiver_without_typed_words() {
        String words = "words-" + UUID.randomUUID();
        String id = services.ask("p-" + words, words, Map.of());
        String trace = trace(Topics.CONVERSATIONS, id).traceId();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(services.spans.hasSpan("asking", trace, "http post /api/asks"))
                    .isTrue();
            assertThat(services.spans.hasSpan("answering", trace, "handle nl.klimrek.people.disclosed.v1"))
                    .isTrue();
        });
        assertThat(services.spans.everything()).doesNotContain(words);
    }

    @Test
    void a_traceparent_that_is_none_is_replaced_by_a_trace_of_our_own() {
        String id = services.ask("p-anna", "hello", Map.of("traceparent", "00-" + "0".repeat(32) + "-" + SPAN + "-01"));
        String trace = trace(Topics.PEOPLE, id).traceId();
        assertThat(trace).isNotEqualTo("0".repeat(32));
        assertThat(trace(Topics.CONVERSATIONS, id).traceId()).isEqualTo(trace);
    }

    @Test
    void operators_see_what_goes_out_what_waits_and_what_was_parked() {
        String words = "words-" + UUID.randomUUID();
        services.junk(words);
        trace(Topics.CONVERSATIONS, services.ask("p-" + words, words, Map.of()));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(services.ofAsking("/actuator/prometheus").body())
                    .containsPattern(
                            "klimrek_outbox_acknowledged_total\\{service=\"asking\",topic=\"klimrek.people.v1\"} [1-9]")
                    .contains(
                            "klimrek_outbox_taken_up_total{service=\"asking\"}",
                            "klimrek_outbox_oldest_seconds{service=\"asking\"}");
            assertThat(services.ofAnswering("/actuator/prometheus").body())
                    .contains(
                            "klimrek_inbox_parked_total{group=\"answering\",reason=\"not-a-cloudevent\",service=\"answering\",topic=\"klimrek.people.v1\"} 1.0")
                    .contains("klimrek_inbox_failures_total{group=\"answering\",reason=\"not-a-cloudevent\"")
                    .contains(
                            "klimrek_inbox_lag{group=\"answering\",partition=\"0\",service=\"answering\",topic=\"klimrek.people.v1\"} 0.0");
        });
    }

    @Test
    void no_label_holds_a_word_or_a_person_or_an_organisation() {
        String words = "words-" + UUID.randomUUID();
        String id = services.ask("p-" + words, words, Map.of("X-Correlation-Id", "c-" + words));
        trace(Topics.CONVERSATIONS, id);
        services.ofAsking("/api/" + words);
        for (String scraped : List.of(
                services.ofAsking("/actuator/prometheus").body(),
                services.ofAnswering("/actuator/prometheus").body())) {
            assertThat(scraped).doesNotContain(words, id, "anna", "demo");
            assertThat(scraped.lines()
                            .filter(line -> line.startsWith("klimrek_"))
                            .flatMap(line -> LABEL.matcher(line).results()))
                    .isNotEmpty()
                    .extracting(label -> label.group(1))
                    .isSubsetOf(OUR_LABELS);
            assertThat(LABEL.matcher(scraped).results().map(MatchResult::group))
                    .noneMatch(label -> label.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*"));
        }
    }

    @Test
    void who_is_no_operator_or_came_through_somebody_elses_door_sees_no_figures() {
        assertThat(services.ofAsking("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(services.ofAsking("/actuator/prometheus", "X-Forwarded-For", "192.0.2.7")
                        .statusCode())
                .isEqualTo(401);
        assertThat(services.ofAsking("/actuator/prometheus", "Forwarded", "for=192.0.2.7")
                        .statusCode())
                .isEqualTo(401);
        assertThat(services.ofAsking("/actuator/env").statusCode()).isNotEqualTo(200);
    }

    @Test
    void health_names_the_part_that_is_stuck_and_why_until_it_moves_on() {
        AnsweringService answering = services.bean(AnsweringService.class);
        answering.away.set(true);
        String id = services.ask("p-anna", "hello", Map.of());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ready(503, "inbox")).isEqualTo("inbox-stuck"));
        assertThat(services.ofAsking("/actuator/health/dependencies").statusCode())
                .isEqualTo(200);
        assertReady();
        assertThat(services.ofAnswering("/actuator/prometheus").body()).contains("reason=\"failed-MongoException\"");
        answering.away.set(false);
        trace(Topics.CONVERSATIONS, id);
        await().atMost(PATIENCE)
                .until(() ->
                        services.ofAnswering("/actuator/health/dependencies").statusCode() == 200);
    }

    @Test
    void health_says_that_nobody_listens() {
        ConcurrentMessageListenerContainer<?, ?> inbox = services.bean(ConcurrentMessageListenerContainer.class);
        inbox.stop();
        assertThat(ready(503, "inbox")).isEqualTo("inbox-stopped");
        assertReady();
        inbox.start();
        await().atMost(PATIENCE)
                .until(() ->
                        services.ofAnswering("/actuator/health/dependencies").statusCode() == 200);
    }

    /** What the service depends on does not take it out of its load balancer. */
    private static void assertReady() {
        assertThat(services.ofAnswering("/actuator/health/readiness").statusCode())
                .isEqualTo(200);
    }

    private static String ready(int status, String part) {
        HttpResponse<String> answer = services.ofAnswering("/actuator/health/dependencies");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonPath.read(answer.body(), "$.components." + part + ".description");
    }

    private static TraceContext trace(String topic, String subject) {
        await().atMost(PATIENCE).until(() -> services.event(topic, subject).isPresent());
        return TraceContext.parse(services.event(topic, subject).orElseThrow().get("ce_traceparent"))
                .orElseThrow();
    }
}
