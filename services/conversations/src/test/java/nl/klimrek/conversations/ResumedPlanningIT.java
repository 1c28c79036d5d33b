package nl.klimrek.conversations;

import static nl.klimrek.conversations.ConversationsUnderTest.bean;
import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.cycle.PlanningProgress;
import nl.klimrek.conversations.cycle.run.PlanningService;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationIds;
import nl.klimrek.conversations.dialogue.ConversationPlan;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** A run of planning that was killed after it had planned for one of three. */
class ResumedPlanningIT {

    private static final String RUN = "run-1";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma", "finn", "gwen");
    private final TestClient hr = company.hr();

    @Test
    void a_run_that_was_killed_half_way_is_finished_after_the_restart_and_nothing_is_doubled_or_loses_its_trace() {
        String cycle = hr.post(
                        "/cycles",
                        json("{'rhythm':[{'type':'CHECK_IN','everyDays':42}],'startsOn':'" + Talk.day(0) + "'}"))
                .ok()
                .text("/id");
        begun(cycle);
        planned(cycle, "emma");
        bean(PlanningService.class).resume();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hr.get("/cycles/" + cycle)
                                .json()
                                .path("planning")
                                .path("done")
                                .asBoolean())
                        .isTrue());
        JsonNode planning = hr.get("/cycles/" + cycle).json().path("planning");
        assertThat(planning.path("planned").asInt()).isEqualTo(3);
        assertThat(planning.path("withoutManager")).extracting(JsonNode::asText).containsExactly("mark");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<String> types =
                    company.published().stream().map(fact -> fact.type()).toList();
            assertThat(types)
                    .filteredOn(type -> type.contains("conversation-planned"))
                    .hasSize(3);
            assertThat(types).filteredOn(type -> type.contains("cycle-planned")).hasSize(1);
            assertThat(types)
                    .filteredOn(type -> type.contains("conversation-invited"))
                    .hasSize(3);
        });
        assertThat(company.published())
                .filteredOn(fact -> fact.type().matches(".*(invited|cycle-planned).*"))
                .allSatisfy(fact -> {
                    assertThat(fact.attribute("correlationid")).isEqualTo("asked");
                    assertThat(fact.attribute("traceparent")).startsWith("00-" + TRACE);
                });
    }

    private void begun(String cycle) {
        ConversationsUnderTest.cycles()
                .handle(
                        Key.of(company.organisation(), cycle),
                        MessageContext.system("test"),
                        found -> found.orElseThrow()
                                .plan(PlanningProgress.started(
                                        RUN,
                                        MessageContext.command("hella", "key", "same")
                                                .withCorrelation("asked")
                                                .withTraceparent("00-" + TRACE + "-00f067aa0ba902b7-01"),
                                        ConversationsUnderTest.clock().instant(),
                                        false)));
    }

    private void planned(String cycle, String employee) {
        LocalDate today = LocalDate.parse(Talk.day(0));
        String id = ConversationIds.ofPeriod(cycle, employee, ConversationType.CHECK_IN, 0);
        ConversationsUnderTest.conversations()
                .handle(
                        Key.of(company.organisation(), id),
                        MessageContext.system("test"),
                        none -> Conversation.planned(
                                new ConversationPlan(
                                        id, ConversationType.CHECK_IN, ConversationReason.CADENCE, cycle, RUN),
                                Participants.of(employee, "mark", Relation.LINE),
                                new Window(today, today.plusDays(41)),
                                today));
    }
}
