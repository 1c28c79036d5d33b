package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a career conversation with a coach nobody in the line learns more than that time is needed, wherever they look. */
class CareerOutsideTheLineIT {

    private static final String COACH = "coco-the-coach";
    private final Company company = new Company()
            .joins(null, "mark", "nora", "dora")
            .joins("dora", COACH)
            .joins("mark", "emma", "cas");
    private final TestClient emma = company.as("emma");
    private final Talk career = new Talk(
            emma.post("/conversations", json("{'type':'CAREER','counterpart':'" + COACH + "'}"))
                    .ok()
                    .text("/id"),
            emma,
            company.as(COACH, Role.EMPLOYEE, Role.COACH));
    private final Set<String> ids = new TreeSet<>(List.of(career.id));
    private Talk inLine;

    @BeforeEach
    void a_whole_career_conversation_beside_one_in_the_line() {
        talkedThrough();
        inLine = Talk.asked(company, "emma", "mark");
        ConversationsUnderTest.SERVICE.awaitSettled();
    }

    private void talkedThrough() {
        career.step(emma, "preparation", "{'answers':[{'question':'energy','text':'Axolotls'}]}")
                .ok();
        career.step(emma, "preparation/sharing", "").ok();
        made(career.step(emma, "agenda", "{'text':'The axolotl'}"));
        made(career.step(emma, "notes", "{'text':'My axolotl','shared':false}"));
        made(career.step(career.counterpart, "notes", "{'text':'Our axolotl','shared':true}"));
        career.accepted();
        career.step(emma, "holding", "{'questions':['energy']}").ok();
        career.step(career.counterpart, "report", "{'text':'We met the axolotl.'}")
                .ok();
        career.step(emma, "statement", "{'text':'I met the axolotl first.'}").ok();
        made(career.step(
                emma, "agreements", "{'text':'Feed the axolotl','owner':'EMPLOYEE','dueDate':'" + Talk.day(30) + "'}"));
        String feedback = emma.post(
                        "/conversations/feedback",
                        json("{'colleagues':['cas'],'kind':'FEEDBACK','questions':['Which axolotl am I?']}"))
                .ok()
                .text("/0/id");
        ids.add(feedback);
        company.as("cas")
                .post("/conversations/feedback/" + feedback + "/answer", json("{'answers':['The pink axolotl']}"))
                .ok();
        emma.post("/conversations/feedback/" + feedback + "/sharing", json("{'conversation':'" + career.id + "'}"))
                .ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mark", "hella", "ada", "nora", "hr-system"})
    void nobody_in_the_line_nor_hr_learns_anything_of_it_at_any_endpoint(String who) {
        TestClient reader = reader(who);
        ids.addAll(List.of(inLine.id, "emma", "mark", "energy"));
        String version = career.seenBy(emma).etag();
        for (Endpoint endpoint : Endpoint.reading()) {
            endpoint.paths(ids).forEach(path -> {
                String body = endpoint.send(reader, path).json().toString();
                assertThat(body)
                        .as("%s reads %s", who, path)
                        .doesNotContainIgnoringCase("axolotl")
                        .doesNotContain(COACH);
                assertThat(body)
                        .as("%s reads %s", who, path)
                        .satisfiesAnyOf(
                                seen -> assertThat(seen).doesNotContain(career.id),
                                seen -> assertThat(path).contains(career.id));
            });
        }
        assertThat(career.seenBy(emma).etag()).isEqualTo(version);
        List<String> inTheLine = who.equals("hella") ? List.of("hella CONVERSATION emma HR") : List.of();
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(company.disclosures())
                .filteredOn(look -> look.startsWith(who + " "))
                .as("only of the one in the line")
                .isEqualTo(inTheLine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mark", "hella", "ada", "nora", "hr-system"})
    void nobody_in_the_line_nor_hr_takes_a_step_in_it_at_any_endpoint(String who) {
        TestClient reader = reader(who);
        String version = career.seenBy(emma).etag();
        for (Endpoint endpoint : Endpoint.changing()) {
            endpoint.paths(ids).forEach(path -> {
                HttpAnswer answer = endpoint.send(reader, path);
                assertThat(answer.status())
                        .as("%s at %s %s", who, endpoint, path)
                        .isIn(400, 403, 404);
                assertThat(answer.json().toString())
                        .doesNotContainIgnoringCase("axolotl")
                        .doesNotContain(COACH);
            });
        }
        assertThat(career.seenBy(emma).etag()).isEqualTo(version);
    }

    @Test
    void the_two_who_talk_read_at_those_endpoints_what_is_theirs() {
        for (TestClient reader : List.of(emma, career.counterpart)) {
            assertThat(Endpoint.reading())
                    .filteredOn(endpoint -> endpoint.paths(ids).stream()
                            .anyMatch(path -> endpoint.send(reader, path)
                                    .json()
                                    .toString()
                                    .toLowerCase(Locale.ROOT)
                                    .contains("axolotl")))
                    .extracting(Endpoint::pattern)
                    .contains(
                            "/api/conversations/{id}",
                            "/api/conversations/{id}/agenda",
                            "/api/conversations/{id}/notes",
                            "/api/conversations/{id}/feedback",
                            "/api/conversations/agreements/open");
        }
    }

    @Test
    void the_manager_sees_that_time_is_needed_until_it_was_held() {
        assertThat(reader("mark").get("/conversations/time-needed").json().path("items"))
                .as("it was held")
                .isEmpty();
        emma.post("/conversations", json("{'type':'CAREER','counterpart':'" + COACH + "'}"))
                .ok();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode needed =
                    reader("mark").get("/conversations/time-needed").json().path("items");
            assertThat(needed)
                    .singleElement()
                    .satisfies(time -> assertThat(time.fieldNames())
                            .toIterable()
                            .containsExactlyInAnyOrder("employee", "from", "until"));
        });
        assertThat(reader("hella").get("/conversations/time-needed").json().path("items"))
                .isEmpty();
    }

    private TestClient reader(String who) {
        return switch (who) {
            case "hella" -> company.hr();
            case "ada" -> company.as("ada", Role.AUDITOR);
            case "hr-system" -> company.as("hr-system", Role.HR_SYSTEM);
            default -> company.as(who, Role.EMPLOYEE, Role.MANAGER, Role.COACH);
        };
    }

    private void made(HttpAnswer answer) {
        ids.add(answer.ok().text("/id"));
    }
}
