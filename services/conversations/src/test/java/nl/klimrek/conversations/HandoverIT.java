package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Another manager: what is open moves along, words only as the employee approves, and the former one is a stranger. */
class HandoverIT {

    private final Company company =
            new Company().joins(null, "mark", "nora", "otto").joins("mark", "emma");
    private final TestClient emma = company.as("emma");
    private final TestClient mark = company.as("mark");
    private final TestClient nora = company.as("nora");

    @Test
    void open_agreements_move_by_themselves_and_their_words_only_in_an_approved_packet() {
        Talk former = Talk.asked(company, "emma", "mark").confirmed();
        String first = agreed(former, "Visit the zebrafish laboratory");
        String second = agreed(former, "Talk to the zebrafish keeper");
        former.step(emma, "closing", "").ok();
        outside();
        openAgreements(3);
        company.changesManager("emma", "nora");
        String handover = opened(emma);
        assertThat(ids(emma.get(path(handover)).ok().json())).containsExactlyInAnyOrder(first, second);
        assertThat(emma.get(path(handover)).text("/agreements/0/text")).contains("zebrafish");
        JsonNode before = nora.get(path(handover)).ok().json();
        assertThat(ids(before)).containsExactlyInAnyOrder(first, second);
        assertThat(before.toString()).doesNotContain("zebrafish").contains("dueDate", "EMPLOYEE");

        Talk next = Talk.asked(company, "emma", "nora");
        assertThat(carriedOver(next)).hasSize(2).noneMatch(one -> one.has("text"));
        emma.post(path(handover) + "/approval", json("{'agreements':['%s'],'statement':'I like zebrafish'}", first))
                .ok();
        JsonNode packet = nora.get(path(handover)).ok().json();
        assertThat(packet.path("statement").asText()).isEqualTo("I like zebrafish");
        assertThat(packet.path("agreements"))
                .filteredOn(one -> one.has("text"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("id").asText()).isEqualTo(first));
        assertThat(carriedOver(next))
                .filteredOn(one -> one.has("text"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("id").asText()).isEqualTo(first));
        assertThat(former.seenBy(nora).problem()).isEqualTo("403 forbidden");
        assertThat(mark.get(path(handover)).problem()).isEqualTo("403 forbidden");
        assertThat(mark.get("/conversations/handovers").ok().json().path("items"))
                .isEmpty();
        assertThat(mark.get("/conversations/agreements/open").ok().json().path("items"))
                .isEmpty();
        nora.get(path(handover)).ok();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(company.typesOf(handover))
                    .containsExactly("handover-opened", "handover-approved", "handover-received");
            assertThat(company.disclosures()).contains("nora HANDOVER emma MANAGER", "nora AGREEMENTS emma MANAGER");
        });
        assertThat(company.published()).noneMatch(event -> event.data().contains("zebrafish"));
    }

    @Test
    void windows_move_to_the_new_manager_and_the_employee_sees_which() {
        Talk ahead = Talk.asked(company, "emma", "mark");
        company.changesManager("emma", "nora");
        String handover = opened(emma);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(emma.get(path(handover)).json().path("conversations"))
                        .extracting(one -> one.path("type").asText())
                        .as("the one that moved, and a first check-in")
                        .containsExactlyInAnyOrder("DEVELOPMENT", "CHECK_IN"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ahead.status()).isEqualTo("CANCELLED"));
    }

    @Test
    void a_withheld_packet_gives_nothing_and_can_still_be_approved_but_not_taken_back() {
        company.changesManager("emma", "nora");
        String handover = opened(emma);
        emma.post(path(handover) + "/withholding").ok();
        emma.post(path(handover) + "/withholding").ok();
        assertThat(nora.get(path(handover)).ok().text("/status")).isEqualTo("WITHHELD");
        emma.post(path(handover) + "/approval", json("{'statement':'After all'}"))
                .ok();
        assertThat(emma.post(path(handover) + "/withholding").problem()).isEqualTo("409 handover-approved-before");
        assertThat(emma.withLanguage("nl")
                        .post(path(handover) + "/approval", json("{}"))
                        .text("/title"))
                .isEqualTo("Deze overdracht is al goedgekeurd");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.typesOf(handover))
                        .containsExactly("handover-opened", "handover-withheld", "handover-approved"));
    }

    @Test
    void a_packet_is_for_one_manager_and_nobody_after_them() {
        company.changesManager("emma", "nora");
        String toNora = opened(emma);
        emma.post(path(toNora) + "/approval", json("{'statement':'For Nora'}")).ok();
        company.changesManager("emma", "otto");
        assertThat(nora.get(path(toNora)).problem()).isEqualTo("403 forbidden");
        assertThat(company.as("otto").get(path(toNora)).problem()).isEqualTo("403 forbidden");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.as("otto")
                                .get("/conversations/handovers")
                                .json()
                                .path("items"))
                        .singleElement()
                        .satisfies(
                                one -> assertThat(one.path("former").asText()).isEqualTo("nora")));
        company.changesManager("emma", "mark");
        assertThat(nora.get("/conversations/handovers").json().path("items")).isEmpty();
        assertThat(emma.post(path(toNora) + "/withholding").problem()).isEqualTo("409 handover-outdated");
    }

    @Test
    void a_time_without_a_manager_does_not_make_the_former_one_forgotten_and_news_that_comes_again_opens_nothing() {
        company.changesManager("emma", null);
        company.changesManager("emma", "nora");
        String handover = opened(emma);
        assertThat(emma.get(path(handover)).text("/former")).isEqualTo("mark");
        company.repeats("emma");
        company.changesManager("emma", "otto");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                emma.get("/conversations/handovers").json().path("items"))
                        .hasSize(2));
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(company.published().stream().filter(event -> event.type().contains("handover-opened")))
                .hasSize(2);
    }

    @Test
    void strangers_other_organisations_and_hr_see_no_hand_over_and_two_decisions_at_once_are_one() {
        company.changesManager("emma", "nora");
        String handover = opened(emma);
        Company other = new Company().joins(null, "nora").joins("nora", "emma");
        assertThat(other.as("emma").get(path(handover)).problem()).isEqualTo("404 handover-unknown");
        assertThat(company.hr().get(path(handover)).problem()).isEqualTo("403 forbidden");
        assertThat(nora.post(path(handover) + "/approval", json("{}")).problem())
                .isEqualTo("403 forbidden");
        assertThat(emma.post(path(handover) + "/approval", json("{'agreements':['not-hers']}"))
                        .problem())
                .isEqualTo("404 agreement-unknown");
        assertThat(IntStream.range(0, 6)
                        .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> emma.post(path(handover) + "/approval", json("{'statement':'Version %d'}", i))
                                        .status()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
    }

    /** A career conversation outside the line with an agreement of its own; nothing of it may move. */
    private void outside() {
        company.joins(null, "coco");
        String id = emma.post("/conversations", json("{'type':'CAREER','counterpart':'coco'}"))
                .ok()
                .text("/id");
        agreed(new Talk(id, emma, company.as("coco")).recorded(), "Secret zebrafish");
    }

    private static String agreed(Talk talk, String text) {
        return talk.step(
                        talk.employee,
                        "agreements",
                        "{'text':'%s','owner':'EMPLOYEE','dueDate':'%s'}".formatted(text, Talk.day(30)))
                .ok()
                .text("/id");
    }

    private void openAgreements(int many) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(emma.get("/conversations/agreements/open")
                                .json()
                                .path("items"))
                        .hasSize(many));
    }

    private static String opened(TestClient employee) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> employee.get("/conversations/handovers").ok().text("/items/0/id"), id -> id != null);
    }

    private static JsonNode carriedOver(Talk talk) {
        return talk.seenBy(talk.counterpart).ok().json().path("carriedOver");
    }

    private static List<String> ids(JsonNode handover) {
        return handover.path("agreements").findValuesAsText("id");
    }

    private static String path(String id) {
        return "/conversations/handovers/" + id;
    }
}
