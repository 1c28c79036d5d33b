package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.klimrek.conversations.cycle.run.PlanningService;
import nl.klimrek.servicekit.jobs.RangeLease;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Cycles that are launched at the same time, and launches that are killed: nobody is asked to be in two places. */
class LaunchIT {

    private static final List<String> TYPES = List.of("CHECK_IN", "DEVELOPMENT", "CAREER", "PERFORMANCE");

    @Test
    void cycles_launched_at_once_never_ask_anybody_to_be_in_two_talks_at_the_same_time() throws Exception {
        // Everybody in the middle has talks with their manager and with their own reports, so with several
        // counterparts.
        Company company = new Company()
                .joins(null, "anna")
                .joins("anna", "mark", "zoe")
                .joins("mark", "emma", "finn")
                .joins("zoe", "bram", "yara")
                .joins("emma", "gwen", "hugo")
                .joins("yara", "cato");
        TestClient hr = roomy(company, "anna", "mark", "zoe", "emma", "yara");
        List<Callable<HttpAnswer>> launches = new ArrayList<>();
        for (String type : TYPES) {
            String cycle = cycle(hr, type);
            launches.add(() -> hr.post("/cycles/" + cycle + "/plan"));
            launches.add(() -> hr.post("/cycles/" + cycle + "/plan"));
        }
        ExecutorService many = Executors.newFixedThreadPool(launches.size());
        try {
            for (Future<HttpAnswer> launched : many.invokeAll(launches)) {
                launched.get().ok();
            }
        } finally {
            many.shutdownNow();
        }
        // What found others in its way at every try waits in its window for the next launch.
        for (int again = 0; again < TYPES.size(); again++) {
            ConversationsUnderTest.SERVICE.awaitSettled();
            hr.get("/cycles")
                    .ok()
                    .json()
                    .path("items")
                    .forEach(cycle -> hr.post("/cycles/" + cycle.path("id").asText() + "/plan")
                            .ok());
        }
        new Invitations(company).areFair(9 * TYPES.size());
    }

    @Test
    void
            a_launch_that_is_killed_at_any_write_is_finished_after_the_restart_with_each_invited_once_and_each_hour_given_once() {
        List<Company> killed = new ArrayList<>();
        boolean reached = true;
        for (int write = 1; reached; write++) {
            Company company = new Company().joins(null, "mark").joins("mark", "emma", "zoe");
            TestClient hr = company.hr();
            String cycle = cycle(hr, "DEVELOPMENT");
            CutOff.before(write);
            hr.post("/cycles/" + cycle + "/plan");
            reached = CutOff.mend();
            // The instance that was killed may still hold a lease.
            ConversationsUnderTest.clock().advance(RangeLease.DURATION);
            ConversationsUnderTest.bean(PlanningService.class).resume();
            // Killed before the run was written down, there is nothing to take up: nobody was told that it began.
            if (hr.get("/cycles/" + cycle).ok().json().path("planning").isMissingNode()) {
                hr.post("/cycles/" + cycle + "/plan").ok();
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> planning(hr, cycle).path("done").asBoolean());
            assertThat(planning(hr, cycle).path("planned").asInt())
                    .as("write %s", write)
                    .isEqualTo(2);
            assertThat(planning(hr, cycle).path("proposed").asInt())
                    .as("write %s", write)
                    .isEqualTo(2);
            killed.add(company);
        }
        assertThat(killed).hasSizeGreaterThan(10);
        killed.forEach(company -> new Invitations(company).areFair(2));
    }

    private static JsonNode planning(TestClient hr, String cycle) {
        return hr.get("/cycles/" + cycle).ok().json().path("planning");
    }

    /** So much room that nothing but other talks is in the way. */
    private static TestClient roomy(Company company, String... managers) {
        TestClient hr = company.hr();
        for (String manager : managers) {
            hr.put("/conversations/capacity?manager=" + manager, json("{'perDay':8,'perWeek':40}"))
                    .ok();
        }
        return hr;
    }

    private static String cycle(TestClient hr, String type) {
        return hr.post(
                        "/cycles",
                        json(
                                "{'rhythm':[{'type':'%s','everyDays':91}],'leadDays':1,'slotMinutes':60,'startsOn':'%s'}",
                                type, Talk.day(0)))
                .ok()
                .text("/id");
    }
}
