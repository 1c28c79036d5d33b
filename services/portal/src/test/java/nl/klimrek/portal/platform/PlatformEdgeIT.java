package nl.klimrek.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.FakeHttpService.Asked;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlatformEdgeIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of("management.server.port", 0, "management.server.address", "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void it_is_ready_when_every_part_is_and_else_says_which_part_is_not() throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(() -> get("/health/ready").statusCode() == 200);
        FakeHttpService journal = portal.service(Upstream.JOURNAL);
        journal.on(
                "GET /healthz",
                FakeHttpService.json(
                        503,
                        "{\"status\":\"DOWN\",\"components\":{"
                                + "\"inbox\":{\"status\":\"DOWN\",\"description\":\"inbox-stuck\"},\"outbox\":{\"status\":\"DOWN\",\"description\":\"Words of Anna\"},"
                                + "\"mongo\":{\"status\":\"UP\"}}}"));
        HttpResponse<String> answer = await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/health/ready"), found -> found.body().contains("\"notReady\":[\"journal\"]"));
        journal.onJson("GET /healthz", "{\"status\":\"UP\"}");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("why").toString()).isEqualTo("{\"journal\":\"inbox-stuck,not-ready\"}");
        assertThat(json(answer).path("parts").properties())
                .extracting(Map.Entry::getKey)
                .contains(
                        "people",
                        "conversations",
                        "pop-forms",
                        "learning-budgets",
                        "reminders",
                        "insights",
                        "identity",
                        "broker",
                        "store");
    }

    @Test
    void many_who_ask_at_once_whether_it_is_ready_cost_each_part_one_question() {
        await().atMost(Duration.ofSeconds(60)).until(() -> get("/health/ready").statusCode() == 200);
        FakeHttpService journal = portal.service(Upstream.JOURNAL);
        long before = questions(journal);
        long begin = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> asking = IntStream.range(0, 50)
                .mapToObj(who -> HTTP.sendAsync(
                        HttpRequest.newBuilder(URI.create(portal.url() + "/health/ready"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();
        assertThat(asking)
                .allSatisfy(each -> assertThat(each.join().statusCode())
                        .as(each.join().body())
                        .isEqualTo(200));
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        assertThat(questions(journal) - before).isBetween(0L, seconds + 1);
    }

    private static long questions(FakeHttpService service) {
        return service.asked().stream()
                .filter(asked -> asked.pathAndQuery().equals("/healthz"))
                .count();
    }

    @Test
    void figures_are_for_operators_and_for_nobody_who_comes_through_a_proxy() throws Exception {
        URI figures = URI.create(portal.managementUrl() + "/actuator/prometheus");
        assertThat(HTTP.send(HttpRequest.newBuilder(figures).build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("klimrek_inbox_lag", "service=\"portal\"", "resilience4j_circuitbreaker_state{");
        HttpResponse<String> atTheDoor = get("/actuator/prometheus");
        assertThat(atTheDoor.statusCode()).isNotEqualTo(200);
        assertThat(atTheDoor.body()).doesNotContain("klimrek_inbox");
        HttpResponse<String> proxied = HTTP.send(
                HttpRequest.newBuilder(figures)
                        .header("X-Forwarded-For", "192.0.2.7")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(proxied.statusCode()).isEqualTo(401);
        assertThat(proxied.body()).doesNotContain("klimrek_inbox");
    }

    @Test
    void the_issuers_pages_come_with_their_cookies_and_outer_addresses_and_never_see_the_portals_cookie()
            throws Exception {
        FakeHttpService identity = portal.issuer().server();
        identity.on(
                "POST /identity/login",
                FakeHttpService.json(
                        302,
                        "",
                        "Location",
                        identity.url() + "/identity/next?x=1",
                        "Set-Cookie",
                        "IDENTITYSESSION=2; Path=/identity",
                        "Set-Cookie",
                        "IDENTITYLANGUAGE=nl; Path=/identity"));
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(portal.url() + "/identity/login?a=b"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Cookie", "PORTALSESSION=secret; IDENTITYSESSION=1")
                        .POST(HttpRequest.BodyPublishers.ofString("username=anna&lang=en"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue(portal.url() + "/identity/next?x=1");
        assertThat(answer.headers().allValues("Set-Cookie")).hasSize(2);
        Asked asked = identity.last("POST", "/identity/login").orElseThrow();
        assertThat(asked.body()).isEqualTo("username=anna&lang=en");
        assertThat(asked.headers())
                .containsEntry("cookie", "IDENTITYSESSION=1")
                .containsEntry("x-forwarded-host", "127.0.0.1")
                .containsEntry(
                        "x-forwarded-port",
                        String.valueOf(URI.create(portal.url()).getPort()))
                .containsEntry("x-forwarded-proto", "http");
    }

    @Test
    void every_answer_keeps_other_origins_out() throws Exception {
        portal.issuer().server().onJson("GET /identity/x", "{}");
        for (String path :
                new String[] {"/health/ready", "/identity/x", "/mail", "/assets/nothing", "/api/people/me"}) {
            assertThat(get(path).headers().firstValue("Cross-Origin-Resource-Policy"))
                    .as(path)
                    .hasValue("same-origin");
        }
        assertThat(get("/identity/x").headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(get("/identity/x").headers().firstValue("Strict-Transport-Security"))
                .as("over http")
                .isEmpty();
    }

    @Test
    void one_description_holds_every_service_and_until_then_says_which_are_missing() throws Exception {
        String view =
                "{\"openapi\":\"3.1.0\",\"paths\":{\"/api/%s/x\":{\"get\":{\"operationId\":\"list\",\"responses\":{\"200\":{\"content\":{\"application/json\":"
                        + "{\"schema\":{\"$ref\":\"#/components/schemas/View\"}}}}}}}},\"components\":{\"schemas\":{\"View\":{\"type\":\"%s\"},\"Problem\":{\"type\":\"object\"}}}}";
        portal.service(Upstream.PEOPLE).onJson("GET /v3/api-docs", view.formatted("people", "object"));
        portal.service(Upstream.JOURNAL).onJson("GET /v3/api-docs", view.formatted("journal", "string"));
        HttpResponse<String> early = get("/api/openapi.json");
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(early).path("code").asText()).isEqualTo("description-incomplete");
        assertThat(json(early).path("details").path("missing").asText())
                .contains("insights")
                .doesNotContain("people");
        for (Upstream service : Upstream.values()) {
            if (service != Upstream.PEOPLE && service != Upstream.JOURNAL) {
                portal.service(service).onJson("GET /v3/api-docs", "{\"openapi\":\"3.1.0\",\"paths\":{}}");
            }
        }
        JsonNode api = json(get("/api/openapi.json"));
        assertThat(api.path("paths").properties())
                .extracting(Map.Entry::getKey)
                .contains("/api/people/x", "/api/journal/x");
        assertThat(api.at("/components/schemas/people.View/type").asText()).isEqualTo("object");
        assertThat(api.at("/components/schemas/journal.View/type").asText()).isEqualTo("string");
        assertThat(api.at("/components/schemas/Problem/type").asText()).isEqualTo("object");
        assertThat(api.at("/paths/~1api~1people~1x/get/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/people.View");
        assertThat(api.at("/paths/~1api~1people~1x/get/operationId").asText()).isEqualTo("list");
        portal.service(Upstream.INSIGHTS).on("GET /v3/api-docs", FakeHttpService.json(503, "{}"));
        assertThat(get("/api/openapi.json").statusCode())
                .as("the last whole one stands")
                .isEqualTo(200);
    }

    @Test
    void every_topic_and_every_event_with_its_schema_is_described() throws Exception {
        JsonNode api = json(get("/api/asyncapi.json"));
        assertThat(api.path("asyncapi").asText()).isEqualTo("3.1.0");
        assertThat(api.path("channels").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(TopicDefinition.names());
        for (Class<?> event : Contracts.ALL) {
            String type = Contracts.typeOf(event);
            assertThat(api.path("components")
                            .path("messages")
                            .path(type)
                            .at("/payload/schema/type")
                            .asText())
                    .as(type)
                    .isEqualTo("object");
            assertThat(api.path("channels")
                            .path(Contracts.topicOf(event))
                            .path("messages")
                            .path(type)
                            .path("$ref")
                            .asText())
                    .isEqualTo("#/components/messages/" + type);
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(portal.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
