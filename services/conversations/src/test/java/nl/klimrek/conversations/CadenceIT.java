package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** HR changes a policy for some; people see why they have their windows. */
class CadenceIT {

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma", "finn");
    private final TestClient hr = company.hr();
    private final String cycle = cycle();

    @Test
    void a_policy_of_ones_own_is_planned_by_and_explained_in_both_languages() {
        hr.post(
                        "/cycles/" + cycle + "/policies",
                        json(change("PERSON", "emma", "[{'type':'DEVELOPMENT','everyDays':182}]")))
                .ok();
        assertThat(hr.post("/cycles/" + cycle + "/plan")
                        .ok()
                        .json()
                        .path("planned")
                        .asInt())
                .isEqualTo(2);
        JsonNode own = company.as("emma").get(explanation("emma")).ok().json();
        assertThat(own.path("scope").asText()).isEqualTo("PERSON");
        assertThat(own.at("/types/0/type").asText()).isEqualTo("DEVELOPMENT");
        assertThat(own.at("/types/0/windowFrom").asText()).isEqualTo(Talk.day(0));
        assertThat(own.at("/types/0/because"))
                .extracting(because -> because.path("code").asText())
                .containsExactly("POLICY_OF_PERSON", "ALREADY_PLANNED");
        assertThat(own.at("/types/0/because/0/text").asText()).startsWith("A policy of one's own");
        assertThat(company.as("emma")
                        .withLanguage("nl")
                        .get(explanation("emma"))
                        .text("/types/0/because/0/text"))
                .startsWith("Een eigen beleid");
        assertThat(company.as("mark", Role.EMPLOYEE, Role.MANAGER)
                        .get(explanation("finn"))
                        .ok()
                        .text("/types/0/type"))
                .isEqualTo("CHECK_IN");
    }

    @Test
    void what_shapes_a_window_is_for_the_person_the_manager_and_hr_alone() {
        assertThat(company.as("finn").get(explanation("emma")).problem()).isEqualTo("403 forbidden");
        assertThat(company.as("coach", Role.COACH).get(explanation("emma")).problem())
                .isEqualTo("403 forbidden");
        assertThat(new Company()
                        .joins(null, "otto")
                        .hr()
                        .get(explanation("emma"))
                        .status())
                .isIn(403, 404);
    }

    @Test
    void two_cycles_do_not_give_somebody_two_of_a_type_at_once() {
        String second = cycle();
        assertThat(hr.post("/cycles/" + cycle + "/plan")
                        .ok()
                        .json()
                        .path("planned")
                        .asInt())
                .isEqualTo(2);
        JsonNode overlapping = hr.post("/cycles/" + second + "/plan").ok().json();
        assertThat(overlapping.path("planned").asInt()).isZero();
        assertThat(overlapping.path("skipped").path("OTHER_IN_WINDOW").asInt()).isEqualTo(2);
        assertThat(company.as("emma")
                        .get("/cycles/" + second + "/explanation?person=emma")
                        .text("/types/0/because/1/code"))
                .isEqualTo("OTHER_IN_WINDOW");
    }

    @Test
    void a_blackout_moves_windows_until_it_is_lifted() {
        JsonNode closed = hr.post(
                        "/cycles/" + cycle + "/blackouts",
                        json("{'from':'" + Talk.day(0) + "','until':'" + Talk.day(50) + "'}"))
                .ok()
                .json();
        JsonNode explained = company.as("emma").get(explanation("emma")).ok().json();
        assertThat(explained.at("/types/0/windowFrom").asText()).isEqualTo(Talk.day(51));
        assertThat(explained.at("/types/0/because/1/code").asText()).isEqualTo("AFTER_BLACKOUT");
        String id = closed.at("/blackouts/0/id").asText();
        hr.delete("/cycles/" + cycle + "/blackouts/" + id).ok();
        assertThat(company.as("emma").get(explanation("emma")).text("/types/0/windowFrom"))
                .isEqualTo(Talk.day(0));
        assertThat(hr.delete("/cycles/" + cycle + "/blackouts/" + id).problem()).isEqualTo("404 blackout-unknown");
    }

    @Test
    void a_cycle_that_is_stopped_plans_nothing_and_only_hr_stops_it() {
        assertThat(company.as("mark").post("/cycles/" + cycle + "/stop").problem())
                .startsWith("403");
        JsonNode stopped = hr.post("/cycles/" + cycle + "/stop").ok().json();
        assertThat(stopped.at("/amendments/0/scope").asText()).isEqualTo("ORGANISATION");
        assertThat(stopped.at("/amendments/0/rhythm")).isEmpty();
        assertThat(hr.post("/cycles/" + cycle + "/plan?dryRun=true")
                        .ok()
                        .json()
                        .path("planned")
                        .asInt())
                .isZero();
        assertThat(hr.post("/cycles/unknown/stop").problem()).isEqualTo("404 cycle-unknown");
    }

    @Test
    void a_dry_run_replays_the_past_year_and_changes_nothing() {
        JsonNode replay = hr.post(
                        "/cycles/" + cycle + "/policies?dryRun=true",
                        json(change("ORGANISATION", null, "[{'type':'CHECK_IN','everyDays':73}]")))
                .ok()
                .json();
        assertThat(replay.path("people").asInt()).isEqualTo(3);
        assertThat(replay.path("withoutManager").asInt()).isEqualTo(1);
        assertThat(replay.at("/types/0/windows").asInt()).isEqualTo(15);
        assertThat(replay.at("/types/0/gaps").asInt()).isEqualTo(15);
        assertThat(replay.at("/summary/0").asText())
                .isEqualTo("Check-in: 15 asked for in the past year, 0 of them held, 15 not.");
        assertThat(replay.at("/load/0/manager").asText()).isEqualTo("mark");
        assertThat(hr.get("/cycles/" + cycle).json().path("amendments")).isEmpty();
    }

    @Test
    void what_is_wrong_is_refused_and_changes_nothing() {
        String path = "/cycles/" + cycle + "/policies";
        assertThat(hr.post(path, json(change("TEAM", null, "[]"))).problem()).isEqualTo("400 scope-impossible");
        assertThat(hr.post(path, json(change("ORGANISATION", "x", "[]"))).problem())
                .isEqualTo("400 scope-impossible");
        assertThat(hr.post(path, json(change("PERSON", "emma", "[{'type':'TEAM_DIALOGUE','everyDays':42}]")))
                        .problem())
                .isEqualTo("400 rhythm-impossible");
        assertThat(hr.post(path, json("{'scope':'ORGANISATION','rhythm':[],'effectiveFrom':'2020-02-29'}"))
                        .problem())
                .isEqualTo("409 policy-in-past");
        assertThat(hr.post("/cycles/" + cycle + "/blackouts", json("{'from':'2027-02-02','until':'2027-02-01'}"))
                        .problem())
                .isEqualTo("400 blackout-impossible");
        assertThat(company.as("mark", Role.MANAGER)
                        .post(path, json(change("PERSON", "emma", "[]")))
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(hr.get("/cycles/" + cycle).json().path("amendments")).isEmpty();
    }

    private String cycle() {
        return hr.post(
                        "/cycles",
                        json("{'rhythm':[{'type':'CHECK_IN','everyDays':42}],'startsOn':'" + Talk.day(0) + "'}"))
                .ok()
                .text("/id");
    }

    private String explanation(String person) {
        return "/cycles/" + cycle + "/explanation?person=" + person;
    }

    private static String change(String scope, String target, String rhythm) {
        return "{'scope':'" + scope + "'," + (target == null ? "" : "'target':'" + target + "',") + "'rhythm':" + rhythm
                + "}";
    }
}
