package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was agreed with a former manager is settled with the new one, who reads nothing of that conversation. */
class CarryOverIT {

    private final Company company =
            new Company().joins(null, "mark", "nora", "coco").joins("mark", "emma");
    private final TestClient emma = company.as("emma");
    private final TestClient mark = company.as("mark");
    private final TestClient nora = company.as("nora");
    private Talk former;
    private String first;
    private String second;
    private Talk next;

    @BeforeEach
    void the_manager_changes_after_two_agreements() {
        former = Talk.asked(company, "emma", "mark").confirmed();
        first = agreed(former, "Visit the zebrafish laboratory");
        second = agreed(former, "Talk to the zebrafish keeper");
        former.step(emma, "closing", "").ok();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(emma.get("/conversations/agreements/open")
                                .json()
                                .path("items"))
                        .hasSize(2));
        company.changesManager("emma", "nora");
        next = Talk.asked(company, "emma", "nora");
    }

    @Test
    void a_new_manager_keeps_and_drops_what_moved_along_without_reading_a_word_of_it() {
        List<JsonNode> listed = carriedOver(nora);
        assertThat(listed).extracting(one -> one.path("id").asText()).containsExactlyInAnyOrder(first, second);
        assertThat(listed).extracting(one -> one.path("conversation").asText()).containsOnly(former.id);
        HttpAnswer kept = settle(nora, first, "keeping").ok();
        HttpAnswer dropped = settle(nora, second, "dropping").ok();
        assertThat(kept.text("/state") + " " + dropped.text("/state")).isEqualTo("KEPT DROPPED");
        assertThat(Stream.of(kept, dropped, next.seenBy(nora))
                        .map(answer -> answer.json().toString()))
                .noneMatch(body -> body.contains("zebrafish"));
        assertThat(former.seenBy(nora).problem()).isEqualTo("403 forbidden");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(carriedOver(nora)).isEmpty();
            assertThat(carriedOver(emma)).isEmpty();
            assertThat(company.typesOf(former.id)).endsWith("agreement-kept", "agreement-dropped");
        });
        assertThat(former.seenBy(emma).json().path("agreements").findValuesAsText("dropReason"))
                .containsExactly("The okapi moved away");
        assertThat(company.published())
                .filteredOn(event -> event.type().contains("agreement-kept"))
                .singleElement()
                .satisfies(event -> assertThat(event.attribute("actor")).isEqualTo("nora"));
        assertThat(company.published()).noneMatch(event -> event.data().matches("(?s).*(zebrafish|okapi).*"));
    }

    @Test
    void the_employee_settles_it_there_too_and_each_agreement_once() {
        String key = UUID.randomUUID().toString();
        HttpAnswer kept = emma.withIdempotencyKey(key)
                .post(path(next.id, former.id, first, "keeping"))
                .ok();
        HttpAnswer again = emma.withIdempotencyKey(key)
                .post(path(next.id, former.id, first, "keeping"))
                .ok();
        assertThat(again.etag()).isEqualTo(kept.etag());
        assertThat(settle(nora, first, "dropping").problem()).isEqualTo("409 agreement-settled");
        assertThat(former.step(emma, "agreements/" + first + "/keeping", "").problem())
                .isEqualTo("409 agreement-settled");
    }

    @Test
    void when_both_settle_it_at_once_one_does_and_the_other_is_told() {
        for (String agreement : List.of(first, second)) {
            CompletableFuture<HttpAnswer> dropped =
                    CompletableFuture.supplyAsync(() -> settle(nora, agreement, "dropping"));
            CompletableFuture<HttpAnswer> kept =
                    CompletableFuture.supplyAsync(() -> settle(emma, agreement, "keeping"));
            assertThat(List.of(dropped.join().problem(), kept.join().problem()))
                    .containsExactlyInAnyOrder("200 ", "409 agreement-settled");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.typesOf(former.id))
                        .filteredOn(fact -> fact.equals("agreement-kept") || fact.equals("agreement-dropped"))
                        .hasSize(2));
    }

    @Test
    void a_former_manager_settles_nothing_any_more_not_even_when_asked_for_a_career_conversation() {
        assertThat(settle(mark, first, "keeping").problem()).isEqualTo("403 forbidden");
        assertThat(former.step(mark, "agreements/" + first + "/keeping", "").problem())
                .isEqualTo("403 forbidden");
        assertThat(mark.post(path(former.id, former.id, first, "keeping")).problem())
                .isEqualTo("403 forbidden");
        String career = emma.post("/conversations", json("{'type':'CAREER','counterpart':'mark'}"))
                .ok()
                .text("/id");
        assertThat(mark.get("/conversations/" + career).ok().json().path("carriedOver"))
                .isEmpty();
        assertThat(mark.post(path(career, former.id, first, "keeping")).problem())
                .isEqualTo("404 agreement-unknown");
        assertThat(carriedOver(nora)).as("still to be kept").hasSize(2);
    }

    @Test
    void who_becomes_the_manager_again_does_not_read_what_was_said_to_the_one_between() {
        settle(nora, first, "dropping").ok();
        company.changesManager("emma", "mark");
        JsonNode agreements = former.seenBy(mark).ok().json().path("agreements");
        assertThat(agreements.findValuesAsText("state")).containsExactly("DROPPED", "OPEN");
        assertThat(agreements.toString()).contains("zebrafish").doesNotContain("okapi");
        assertThat(settle(nora, second, "keeping").problem()).isEqualTo("403 forbidden");
    }

    @Test
    void strangers_settle_nothing_and_what_is_outside_the_line_stays_there() {
        String career = emma.post("/conversations", json("{'type':'CAREER','counterpart':'coco'}"))
                .ok()
                .text("/id");
        Talk outside = new Talk(career, emma, company.as("coco")).recorded();
        String secret = agreed(outside, "Secret zebrafish");
        assertThat(nora.post(path(next.id, career, secret, "keeping")).problem())
                .isEqualTo("404 agreement-unknown");
        assertThat(nora.post(path(next.id, "nothing", secret, "keeping")).problem())
                .isEqualTo("404 agreement-unknown");
        assertThat(outside.counterpart
                        .post(path(career, former.id, first, "keeping"))
                        .problem())
                .isEqualTo("404 agreement-unknown");
        assertThat(settle(company.as("hella", Role.HR, Role.MANAGER, Role.AUDITOR), first, "keeping")
                        .problem())
                .isEqualTo("403 forbidden");
        Company other = new Company().joins(null, "nora").joins("nora", "emma");
        assertThat(settle(other.as("nora"), first, "keeping").problem()).isEqualTo("404 conversation-unknown");
        next.step(emma, "cancellation", "{'reason':'It can wait'}").ok();
        assertThat(settle(nora, first, "keeping").problem()).isEqualTo("409 step-not-possible");
    }

    private HttpAnswer settle(TestClient by, String agreement, String how) {
        return by.post(
                path(next.id, former.id, agreement, how),
                json("keeping".equals(how) ? "" : "{'reason':'The okapi moved away'}"));
    }

    private static String path(String agenda, String from, String agreement, String how) {
        return "/conversations/" + agenda + "/carried-over/" + from + "/agreements/" + agreement + "/" + how;
    }

    private static String agreed(Talk talk, String text) {
        return talk.step(
                        talk.employee,
                        "agreements",
                        "{'text':'%s','owner':'EMPLOYEE','dueDate':'%s'}".formatted(text, Talk.day(30)))
                .ok()
                .text("/id");
    }

    private List<JsonNode> carriedOver(TestClient side) {
        List<JsonNode> found = new ArrayList<>();
        next.seenBy(side).ok().json().path("carriedOver").forEach(found::add);
        return found;
    }
}
