package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** The register of coaches, and a career conversation with a coach from it. */
class CoachIT {

    private static final String APPOINT = "{'person':'coco','kind':'CAREER_COACH'}";
    private final Company company = new Company()
            .joins(null, "mark", "dora")
            .joins("dora", "coco", "carl")
            .joins("mark", "emma");
    private final TestClient emma = company.as("emma");
    private final TestClient coco = company.as("coco", Role.EMPLOYEE, Role.COACH);
    private final TestClient hr = company.hr();

    @Test
    void everybody_chooses_from_the_register_by_kind_language_and_skill() {
        appointed("coco", "CAREER_COACH");
        appointed("carl", "TRAINING_ADVISER");
        coco.put(
                        "/conversations/coaches/coco/profile",
                        json("{'skills':['STRENGTHS'],'languages':['nl','en'],'workingDays':['TUE']}"))
                .ok();
        assertThat(listed(emma, "")).containsExactly("carl", "coco");
        assertThat(listed(emma, "?kind=TRAINING_ADVISER")).containsExactly("carl");
        assertThat(listed(emma, "?language=en&skill=STRENGTHS")).containsExactly("coco");
        assertThat(listed(emma, "?skill=FUNDING")).isEmpty();
        assertThat(listed(new Company().joins(null, "otto").as("otto"), "")).isEmpty();
    }

    @Test
    void only_hr_appoints_and_ends_and_only_the_coach_keeps_the_profile() {
        for (TestClient other : List.of(emma, coco, company.as("mark", Role.EMPLOYEE, Role.MANAGER))) {
            assertThat(other.post("/conversations/coaches", json(APPOINT)).problem())
                    .isEqualTo("403 forbidden");
        }
        appointed("coco", "CAREER_COACH");
        String profile = "{'skills':[],'languages':['nl'],'workingDays':[]}";
        assertThat(emma.post("/conversations/coaches/coco/ending").problem()).isEqualTo("403 forbidden");
        assertThat(coco.post("/conversations/coaches/coco/ending").problem()).isEqualTo("403 forbidden");
        assertThat(hr.put("/conversations/coaches/coco/profile", json(profile)).problem())
                .isEqualTo("403 forbidden");
        assertThat(company.as("carl", Role.EMPLOYEE, Role.COACH)
                        .put("/conversations/coaches/carl/profile", json(profile))
                        .problem())
                .as("the role in the token makes nobody a coach")
                .isEqualTo("404 coach-unknown");
    }

    @Test
    void what_cannot_be_a_coach_or_a_profile_is_refused() {
        assertThat(hr.post("/conversations/coaches", json("{'person':'nobody-here','kind':'CAREER_COACH'}"))
                        .problem())
                .isEqualTo("404 person-unknown");
        assertThat(hr.post("/conversations/coaches", json("{'person':'coco','kind':'WIZARD'}"))
                        .status())
                .isEqualTo(400);
        assertThat(hr.post("/conversations/coaches/coco/ending").problem()).isEqualTo("404 coach-unknown");
        assertThat(hr.post("/conversations/coaches/" + "x".repeat(200) + "/ending")
                        .problem())
                .isEqualTo("404 coach-unknown");
        appointed("coco", "CAREER_COACH");
        assertThat(coco.put(
                                "/conversations/coaches/coco/profile",
                                json("{'skills':[],'languages':['the king of england'],'workingDays':[]}"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_coach_is_asked_without_leave_and_accepts_prepares_talks_and_notes_and_no_topic_leaves() {
        appointed("coco", "CAREER_COACH");
        Talk talk = asked();
        assertThat(item(coco, talk).path("relation").asText()).isEqualTo("COACH");
        talk.step(coco, "preparation", "{'answers':[{'question':'energy','text':'Axolotl'}]}")
                .ok();
        talk.accepted();
        talk.step(emma, "holding", "{'questions':['energy']}").ok();
        talk.step(coco, "notes", "{'text':'Axolotl','shared':false}").ok();
        talk.step(coco, "report", "{'text':'We talked about the axolotl.'}").ok();
        talk.step(emma, "confirmation", "{'version':1}").ok();
        talk.step(coco, "confirmation", "{'version':1}").ok();
        talk.step(emma, "closing", "{'noActionReason':'The axolotl can wait'}").ok();
        assertThat(talk.status()).isEqualTo("CLOSED");
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(company.published())
                .isNotEmpty()
                .noneMatch(event -> event.everything().toLowerCase(Locale.ROOT).contains("axolotl"));
    }

    @Test
    void the_manager_hr_another_organisation_and_another_coach_read_nothing_of_it() {
        appointed("coco", "CAREER_COACH");
        appointed("carl", "CAREER_COACH");
        Talk talk = asked();
        ConversationsUnderTest.SERVICE.awaitConsumed();
        for (TestClient other : List.of(
                company.as("mark", Role.EMPLOYEE, Role.MANAGER),
                hr,
                company.as("dora", Role.EMPLOYEE, Role.MANAGER),
                company.as("carl", Role.EMPLOYEE, Role.COACH))) {
            assertThat(talk.seenBy(other).problem()).isEqualTo("403 forbidden");
            assertThat(talk.step(other, "invitation", Talk.slot(2)).problem()).isEqualTo("403 forbidden");
            assertThat(other.get("/conversations").json().path("items")).isEmpty();
        }
        Company elsewhere = new Company().joins(null, "coco");
        assertThat(talk.seenBy(elsewhere.as("coco", Role.EMPLOYEE, Role.COACH)).problem())
                .isEqualTo("404 conversation-unknown");
        await().atMost(ServiceUnderTest.TIMEOUT)
                .untilAsserted(() -> assertThat(company.as("mark", Role.EMPLOYEE, Role.MANAGER)
                                .get("/conversations/time-needed")
                                .json()
                                .path("items"))
                        .singleElement()
                        .satisfies(time -> assertThat(time.fieldNames())
                                .toIterable()
                                .containsExactlyInAnyOrder("employee", "from", "until")));
    }

    @Test
    void with_the_appointment_the_access_ends_at_once_and_what_lies_ahead_is_cancelled_with_its_reason() {
        appointed("coco", "CAREER_COACH");
        Talk ahead = asked().accepted();
        hr.post("/conversations/coaches/coco/ending").ok();
        assertThat(ahead.seenBy(coco).problem()).isEqualTo("403 forbidden");
        assertThat(coco.get("/conversations").json().path("items")).isEmpty();
        assertThat(ahead.step(coco, "notes", "{'text':'What I know','shared':false}")
                        .problem())
                .isEqualTo("403 forbidden");
        await().atMost(ServiceUnderTest.TIMEOUT)
                .untilAsserted(
                        () -> assertThat(ahead.seenBy(emma).text("/cancelled")).isEqualTo("COACH_ENDED"));
        assertThat(listed(emma, "")).isEmpty();
        assertThat(emma.post("/conversations", json("{'type':'CAREER','counterpart':'coco','coach':true}"))
                        .problem())
                .isEqualTo("404 coach-unknown");
    }

    @Test
    void after_the_meeting_the_employee_completes_it_alone_when_the_coach_is_one_no_more() {
        appointed("coco", "CAREER_COACH");
        Talk held = asked().recorded();
        held.step(emma, "confirmation", "{'version':1}").ok();
        hr.post("/conversations/coaches/coco/ending").ok();
        await().atMost(ServiceUnderTest.TIMEOUT)
                .untilAsserted(() -> assertThat(held.status()).isEqualTo("CONFIRMED"));
        assertThat(held.seenBy(coco).problem()).isEqualTo("403 forbidden");
        held.step(emma, "closing", "{'noActionReason':'Enough'}").ok();
        appointed("coco", "CAREER_COACH");
        assertThat(held.seenBy(coco).problem())
                .as("a new appointment brings back no conversation")
                .isEqualTo("403 forbidden");
    }

    @Test
    void a_coach_who_leaves_is_one_no_more() {
        appointed("coco", "CAREER_COACH");
        Talk ahead = asked();
        company.leaves("coco");
        assertThat(listed(emma, "")).isEmpty();
        await().atMost(ServiceUnderTest.TIMEOUT).untilAsserted(() -> {
            assertThat(ahead.seenBy(emma).text("/cancelled")).isEqualTo("COUNTERPART_LEFT");
            assertThat(company.typesOf("coach-coco")).containsExactly("coach-appointed", "coach-ended");
        });
        company.returns("coco", "dora");
        assertThat(listed(emma, "")).as("only HR appoints").isEmpty();
    }

    @Test
    void the_days_to_choose_from_are_those_of_the_coach() {
        appointed("coco", "CAREER_COACH");
        coco.put("/conversations/coaches/coco/profile", json("{'skills':[],'languages':[],'workingDays':['TUE']}"))
                .ok();
        JsonNode days =
                emma.get("/conversations/" + asked().id + "/times").json().path("days");
        assertThat(days).hasSize(7);
        assertThat(days)
                .filteredOn(day -> LocalDate.parse(day.path("day").asText()).getDayOfWeek() != DayOfWeek.TUESDAY)
                .allSatisfy(day -> assertThat(day.path("other").asText()).isIn("NOT_WORKING", "HOLIDAY"));
    }

    private void appointed(String person, String kind) {
        hr.post("/conversations/coaches", json("{'person':'" + person + "','kind':'" + kind + "'}"))
                .ok();
    }

    private Talk asked() {
        String id = emma.post("/conversations", json("{'type':'CAREER','counterpart':'coco','coach':true}"))
                .ok()
                .text("/id");
        return new Talk(id, emma, coco);
    }

    private static List<String> listed(TestClient reader, String query) {
        JsonNode items =
                reader.get("/conversations/coaches" + query).ok().json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(coach -> coach.path("person").asText())
                .toList();
    }

    private static JsonNode item(TestClient reader, Talk talk) {
        return await().atMost(ServiceUnderTest.TIMEOUT)
                .until(
                        () -> StreamSupport.stream(
                                        reader.get("/conversations")
                                                .json()
                                                .path("items")
                                                .spliterator(),
                                        false)
                                .filter(entry ->
                                        entry.path("conversation").asText().equals(talk.id))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }
}
