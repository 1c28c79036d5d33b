package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** The question bank and the sheets made from it, over HTTP. */
class QuestionsIT {

    private static final String TAGS =
            "'factor':'WETEN','competence':'QUALITIES','approach':'AMPLITIVE','horizon':'NOW',"
                    + "'perspective':'SOCIETY','aspect':'HEART','mode':'OPEN','audience':'BOTH','types':['DEVELOPMENT']";
    private final Company company = new Company().joins(null, "mark").joins("mark", "emma");
    private final TestClient hr = company.hr();
    private final Talk talk = Talk.asked(company, "emma", "mark");
    private final TestClient emma = talk.employee;
    private final TestClient mark = talk.counterpart;

    @Test
    void hr_adds_translates_and_retires_a_question_and_its_words_stay_home() {
        String id = hr.post("/questions", json("{'nl':'Wat leerde een okapi je?'," + TAGS + "}"))
                .ok()
                .text("/id");
        assertThat(emma.get("/questions/" + id).text("/text")).isEqualTo("Wat leerde een okapi je?");
        hr.post(
                        "/questions/" + id + "/versions",
                        json("{'nl':'Wat leerde een okapi je?','en':'What did an okapi teach you?'," + TAGS + "}"))
                .ok();
        assertThat(emma.get("/questions/" + id).text("/text")).isEqualTo("What did an okapi teach you?");
        assertThat(emma.get("/questions/" + id).text("/version")).isEqualTo("2");
        assertThat(ids(emma.get("/questions?limit=200"))).contains(id);
        hr.post("/questions/" + id + "/retire").ok();
        assertThat(ids(emma.get("/questions?limit=200"))).doesNotContain(id);
        assertThat(emma.get("/questions/" + id + "?version=1").text("/text")).isEqualTo("Wat leerde een okapi je?");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.typesOf("questions"))
                        .isEqualTo(List.of("question-published", "question-published", "question-retired")));
        assertThat(company.published()).noneMatch(record -> record.data().contains("okapi"));
    }

    @Test
    void nobody_but_hr_changes_the_bank_and_no_other_organisation_sees_it() {
        String id = hr.post("/questions", json("{'en':'Which tree?'," + TAGS + "}"))
                .ok()
                .text("/id");
        for (TestClient other : List.of(emma, mark, company.as("otto", Role.COACH, Role.AUDITOR, Role.MANAGER))) {
            assertThat(other.post("/questions", json("{'en':'x'," + TAGS + "}")).problem())
                    .isEqualTo("403 forbidden");
            assertThat(other.post("/questions/" + id + "/versions", json("{'en':'x'," + TAGS + "}"))
                            .problem())
                    .isEqualTo("403 forbidden");
            assertThat(other.post("/questions/" + id + "/retire").problem()).isEqualTo("403 forbidden");
            assertThat(other.get("/questions/templates").problem()).isEqualTo("403 forbidden");
            assertThat(other.post(
                                    "/questions/templates",
                                    json(
                                            "{'type':'CHECK_IN','name':'x','usual':true,'questions':['pride','better','stop']}"))
                            .problem())
                    .isEqualTo("403 forbidden");
        }
        Company strangers = new Company().joins(null, "sofia");
        assertThat(strangers.as("sofia").get("/questions/" + id).problem()).isEqualTo("400 question-unknown");
        assertThat(strangers.hr().post("/questions/" + id + "/retire").problem())
                .isEqualTo("400 question-unknown");
        assertThat(hr.post("/questions", json("{" + TAGS + "}")).problem()).isEqualTo("400 request-invalid");
    }

    @Test
    void a_swap_is_for_ones_own_sheet_alone_and_the_next_best_comes_with_its_reason() {
        List<String> before = sheet(emma);
        List<String> managers = sheet(mark);
        talk.step(emma, "questions/" + before.get(1) + "/swap", "").ok();
        assertThat(sheet(emma))
                .hasSameSizeAs(before)
                .doesNotContain(before.get(1))
                .contains(before.get(0));
        assertThat(talk.seenBy(emma).text("/questions/1/why")).isEqualTo("SWAPPED");
        assertThat(talk.seenBy(emma).text("/questions/1/because"))
                .startsWith("It came in place of the one you swapped");
        assertThat(talk.seenBy(emma.withLanguage("nl")).text("/questions/1/because"))
                .startsWith("Deze kwam in de plaats");
        assertThat(sheet(mark)).isEqualTo(managers);
        assertThat(talk.step(emma, "questions/" + before.get(1) + "/swap", "").problem())
                .isEqualTo("409 question-not-in-set");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.typesOf(talk.id)).contains("question-swapped"));
    }

    @Test
    void an_answer_stays_with_the_version_of_question_and_template_that_was_seen() {
        String id = hr.post("/questions", json("{'en':'First wording'," + TAGS + "}"))
                .ok()
                .text("/id");
        String template = hr.post(
                        "/questions/templates",
                        json("{'type':'DEVELOPMENT','name':'Ours','usual':true," + "'questions':['" + id
                                + "','dare','my-trust','obstacle','change-ahead']}"))
                .ok()
                .text("/id");
        talk.step(emma, "preparation", "{'answers':[{'question':'" + id + "','text':'Mornings'}]}")
                .ok();
        hr.post("/questions/" + id + "/versions", json("{'en':'Second wording'," + TAGS + "}"))
                .ok();
        hr.post(
                        "/questions/templates/" + template + "/versions",
                        json("{'type':'DEVELOPMENT','name':'Ours','usual':true,"
                                + "'questions':['energy','dare','my-trust','obstacle','change-ahead']}"))
                .ok();
        assertThat(sheet(mark)).startsWith("energy");
        HttpAnswer seen = talk.seenBy(emma);
        assertThat(seen.text("/questions/0/text")).isEqualTo("First wording");
        assertThat(seen.text("/questions/0/because")).contains("organisation");
        talk.step(emma, "preparation", "{'answers':[{'question':'" + id + "','text':'Evenings'}]}")
                .ok();
        seen = talk.seenBy(emma);
        assertThat(seen.text("/mine/answers/0/questionVersion")).isEqualTo("1");
        assertThat(seen.text("/mine/template")).isEqualTo(template + "@1");
        hr.post("/questions/obstacle/retire").ok();
        hr.post("/questions/network/retire").ok();
        assertThat(talk.step(mark, "preparation", "{'answers':[{'question':'network','text':'x'}]}")
                        .problem())
                .isEqualTo("409 question-retired");
        talk.step(emma, "preparation", "{'answers':[{'question':'obstacle','text':'Still on my sheet'}]}")
                .ok();
    }

    @Test
    void who_likes_structured_questions_gets_mostly_those_and_nobody_else_does() {
        List<String> managers = sheet(mark);
        emma.post("/questions/mode", json("{'mode':'STRUCTURED'}")).ok();
        assertThat(emma.get("/questions/mode").text("/mode")).isEqualTo("STRUCTURED");
        List<String> modes = talk.seenBy(emma).json().path("questions").findValuesAsText("mode");
        assertThat(modes.stream().filter("STRUCTURED"::equals).count() * 2).isGreaterThan(modes.size());
        assertThat(sheet(mark)).isEqualTo(managers);
        assertThat(mark.get("/questions/mode").json().path("mode").isNull()).isTrue();
    }

    @Test
    void what_two_talked_about_before_shapes_the_next_sheet() {
        Talk repaired = Talk.asked(company, "emma", "mark").accepted();
        repaired.step(mark, "holding", "{'questions':['obstacle','agreement-back'],'perspective':'WORK'}")
                .ok();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode questions = talk.seenBy(emma).json().path("questions");
            assertThat(questions.findValuesAsText("approach")).contains("AMPLITIVE");
            assertThat(questions.findValuesAsText("horizon")).contains("FUTURE");
            Talk next = Talk.asked(company, "emma", "mark");
            assertThat(next.seenBy(mark).json().path("questions").findValuesAsText("why").stream()
                                    .anyMatch("HISTORY"::equals)
                            || next.seenBy(emma)
                                    .json()
                                    .path("questions")
                                    .findValuesAsText("why")
                                    .contains("HISTORY"))
                    .isTrue();
        });
    }

    private List<String> sheet(TestClient reader) {
        return talk.seenBy(reader).ok().json().path("questions").findValuesAsText("id");
    }

    private static List<String> ids(HttpAnswer page) {
        return StreamSupport.stream(page.ok().json().path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }
}
