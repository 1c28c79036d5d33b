package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** A policy says from when both are asked to prepare, and with which questions. */
class PolicyPreparationIT {

    private static final String QUESTIONS = "'questions':['energy','dare','my-trust','obstacle','change-ahead']";
    private static final String OTHERS = "'questions':['pride','dare','my-trust','obstacle','change-ahead']";

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma", "finn");
    private final TestClient hr = company.hr();
    private final String template = hr.post(
                    "/questions/templates",
                    json("{'type':'DEVELOPMENT','name':'Spring talk','usual':false," + QUESTIONS + "}"))
            .ok()
            .text("/id");
    private final String cycle = hr.post(
                    "/cycles",
                    json("{'rhythm':[{'type':'DEVELOPMENT','everyDays':182,'preparationDays':10,'template':'%s'}],"
                                    .formatted(template)
                            + "'startsOn':'" + Talk.day(0) + "'}"))
            .ok()
            .text("/id");

    @Test
    void
            what_a_policy_says_about_preparing_is_explained_and_holds_for_what_was_planned_by_it_whatever_is_published_later() {
        hr.post("/cycles/" + cycle + "/plan").ok();
        hr.post(
                        "/questions/templates/" + template + "/versions",
                        json("{'type':'DEVELOPMENT','name':'Summer talk','usual':false," + OTHERS + "}"))
                .ok();
        JsonNode type = company.as("emma")
                .get("/cycles/" + cycle + "/explanation?person=emma")
                .ok()
                .json()
                .at("/types/0");
        assertThat(type.path("preparationDays").asInt()).isEqualTo(10);
        assertThat(type.path("template").asText()).isEqualTo(template + "@1");
        assertThat(type.path("because"))
                .extracting(because -> because.path("text").asText())
                .contains(
                        "Both sides are asked to prepare from 10 days before the conversation.",
                        "The questions come from the set \"Spring talk\" that the policy names.");
        assertThat(company.as("emma")
                        .withLanguage("nl")
                        .get("/cycles/" + cycle + "/explanation?person=emma")
                        .json()
                        .at("/types/0/because"))
                .extracting(because -> because.path("text").asText())
                .contains("De vragen komen uit de set \"Spring talk\" die het beleid noemt.");
        JsonNode talk = entry("emma");
        JsonNode sheet = company.as("mark")
                .get("/conversations/" + talk.path("conversation").asText() + "/preparation")
                .ok()
                .json();
        assertThat(sheet.path("template").asText()).isEqualTo(template + "@1");
        assertThat(sheet.at("/questions/0/id").asText()).isEqualTo("energy");
        assertThat(sheet.path("opensOn").asText())
                .isEqualTo(LocalDate.parse(talk.path("slotStart").asText().substring(0, 10))
                        .minusDays(10)
                        .toString());
        company.as("emma")
                .post("/conversations/" + talk.path("conversation").asText() + "/acceptance")
                .ok();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.published().stream()
                                .filter(fact -> fact.type().contains("conversation-accepted"))
                                .map(fact -> fact.data()))
                        .singleElement()
                        .asString()
                        .contains("\"preparationDays\":10"));
    }

    @Test
    void somebody_may_have_other_questions_and_another_time_to_prepare_from_a_day_on() {
        hr.post(
                        "/questions/templates/" + template + "/versions",
                        json("{'type':'DEVELOPMENT','name':'Summer talk','usual':false," + OTHERS + "}"))
                .ok();
        hr.post(
                        "/cycles/" + cycle + "/policies",
                        json("{'scope':'PERSON','target':'finn','rhythm':[{'type':'DEVELOPMENT','everyDays':182,"
                                + "'preparationDays':3,'template':'" + template + "'}]}"))
                .ok();
        hr.post(
                        "/cycles/" + cycle + "/policies",
                        json(
                                "{'scope':'PERSON','target':'emma','effectiveFrom':'%s','rhythm':[{'type':'DEVELOPMENT',"
                                        + "'everyDays':182}]}",
                                Talk.day(30)))
                .ok();
        assertThat(explained("finn").path("template").asText()).isEqualTo(template + "@2");
        assertThat(explained("finn").path("preparationDays").asInt()).isEqualTo(3);
        assertThat(explained("emma").path("template").asText()).isEqualTo(template + "@1");
        hr.post("/cycles/" + cycle + "/plan").ok();
        assertThat(sheet("finn").path("template").asText()).isEqualTo(template + "@2");
        assertThat(sheet("emma").path("template").asText()).isEqualTo(template + "@1");
    }

    @Test
    void questions_that_are_not_there_or_for_another_type_are_refused() {
        for (String rule : new String[] {
            "{'type':'CHECK_IN','everyDays':42,'template':'" + template + "'}",
            "{'type':'DEVELOPMENT','everyDays':182,'template':'own-nope'}",
            "{'type':'DEVELOPMENT','everyDays':182,'template':'" + template + "','templateVersion':7}"
        }) {
            assertThat(hr.post(
                                    "/cycles/" + cycle + "/policies",
                                    json("{'scope':'ORGANISATION','rhythm':[" + rule + "]}"))
                            .problem())
                    .isEqualTo("400 rhythm-template-unknown");
        }
        assertThat(hr.post(
                                "/cycles",
                                json("{'rhythm':[{'type':'CHECK_IN','everyDays':42,'preparationDays':31}],'startsOn':'"
                                        + Talk.day(0) + "'}"))
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("rhythm[0].preparationDays");
        TestClient elsewhere = new Company().joins(null, "otto").hr();
        assertThat(elsewhere
                        .post(
                                "/cycles",
                                json("{'rhythm':[{'type':'DEVELOPMENT','everyDays':182,'template':'" + template
                                        + "'}],'startsOn':'" + Talk.day(0) + "'}"))
                        .problem())
                .isEqualTo("400 rhythm-template-unknown");
    }

    private JsonNode explained(String person) {
        return hr.get("/cycles/" + cycle + "/explanation?person=" + person)
                .ok()
                .json()
                .at("/types/0");
    }

    private JsonNode sheet(String person) {
        return company.as(person)
                .get("/conversations/" + entry(person).path("conversation").asText() + "/preparation")
                .ok()
                .json();
    }

    private JsonNode entry(String person) {
        JsonNode[] found = new JsonNode[1];
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            found[0] = company.as(person).get("/conversations").ok().json().at("/items/0");
            return found[0].hasNonNull("slotStart");
        });
        return found[0];
    }
}
