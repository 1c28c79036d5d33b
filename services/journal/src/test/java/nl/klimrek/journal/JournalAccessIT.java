package nl.klimrek.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.contracts.conversations.ConversationsDisclosed;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.service.HttpAnswer;
import org.junit.jupiter.api.Test;

/** Who may read which entries. */
class JournalAccessIT extends JournalServiceSuite {

    @Test
    void participants_hr_and_auditors_see_the_steps_of_a_conversation() {
        send(List.of(planned("anna", "c1", 1), agreed("anna", "c1", 2), planned("carla", "c2", 1)));
        awaitEntries(3);

        JsonNode page = auditor("/timeline?subject=c1").json();
        assertThat(items(auditor("/timeline?subject=c1")))
                .extracting(item -> item.path("type").asText())
                .containsExactly(
                        "nl.klimrek.conversations.conversation-planned.v1",
                        "nl.klimrek.conversations.agreement-made.v1");
        assertThat(page.at("/items/0/data/counterpart").asText()).isEqualTo("bram");
        assertThat(page.at("/items/0/actor").asText()).isEqualTo("hr");
        assertThat(page.at("/items/0/time").asText()).isEqualTo("2026-11-22T09:00:00.123Z");
        for (String person : List.of("anna", "bram")) {
            assertThat(items(get("/timeline?subject=c1", person, Role.EMPLOYEE)))
                    .as(person)
                    .hasSize(2);
        }
        assertThat(items(get("/timeline?subject=c1", "carla", Role.EMPLOYEE, Role.MANAGER)))
                .isEmpty();
        assertThat(items(get("/timeline?correlation=u-c1", "anna", Role.EMPLOYEE)))
                .hasSize(2);
        assertThat(items(get("/timeline?correlation=u-c1", "carla", Role.EMPLOYEE)))
                .isEmpty();
        assertThat(items(get("/timeline?person=anna", "anna", Role.EMPLOYEE))).hasSize(2);
        assertThat(items(get("/timeline?person=anna", "hr", Role.HR))).hasSize(2);
        assertThat(get("/timeline?person=anna", "bram", Role.MANAGER).status()).isEqualTo(403);
    }

    @Test
    void a_timeline_is_read_page_by_page() {
        List<TestEvent> events = new ArrayList<>();
        for (int sequence = 1; sequence <= 25; sequence++) {
            events.add(planned("anna", "c1", sequence));
        }
        send(events);
        awaitEntries(25);

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/timeline?subject=c1&limit=10&after=" + after, "anna", Role.EMPLOYEE)
                    .json();
            seen.addAll(page.path("items").findValuesAsText("sequence"));
            after = page.path("next").isNull() ? null : page.path("next").asText();
        } while (after != null);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(get("/timeline?subject=c1&after=x", "anna", Role.EMPLOYEE).status())
                .isEqualTo(400);
        JsonNode twofold =
                get("/timeline?subject=c1&person=anna", "anna", Role.EMPLOYEE).json();
        assertThat(twofold.path("code").asText()).isEqualTo("timeline-of-what");
        assertThat(twofold.path("title").asText()).isEqualTo("Please say which timeline");
        assertThat(get("/timeline", "anna", Role.EMPLOYEE).status()).isEqualTo(400);
    }

    @Test
    void people_see_who_read_their_own_file() {
        send(List.of(
                event("anna", "look-1", 1, "u", new ConversationsDisclosed("bram", "anna", "PREPARATION", "MANAGER")),
                event(
                        "carla",
                        "look-2",
                        1,
                        "u",
                        new ConversationsDisclosed("bram", "carla", "PREPARATION", "MANAGER"))));
        awaitEntries(2);

        JsonNode looks = get("/looks", "anna", Role.EMPLOYEE).json().path("items");

        assertThat(looks).hasSize(1);
        assertThat(looks.path(0).path("viewer").asText()).isEqualTo("bram");
        assertThat(looks.path(0).path("content").asText()).isEqualTo("PREPARATION");
        assertThat(looks.path(0).path("allowedBecause").asText()).isEqualTo("MANAGER");
        assertThat(items(get("/looks", "bram", Role.MANAGER))).isEmpty();
    }

    @Test
    void no_entry_of_another_organisation_can_be_read() {
        send(List.of(planned("anna", "c1", 1)));
        awaitEntries(1);
        String other = "other-" + organisation;

        for (String path : List.of(
                "/timeline?subject=c1",
                "/timeline?correlation=u-c1",
                "/timeline?person=anna",
                "/looks",
                "/gaps",
                "/checkpoints")) {
            HttpAnswer reply = journals.as("anna", other, Role.HR, Role.AUDITOR, Role.EMPLOYEE)
                    .get(path);
            assertThat(reply.status()).as(path).isEqualTo(200);
            assertThat(items(reply)).as(path).isEmpty();
        }
        assertThat(journals.as("x", other, Role.AUDITOR)
                        .get("/verify")
                        .json()
                        .path("entries")
                        .asInt())
                .isZero();
        assertThat(journals.as("x", other, Role.AUDITOR).get("/export").body())
                .doesNotContain("\"c1\"")
                .hasLineCount(2);
    }

    @Test
    void only_hr_and_auditors_see_the_whole_journal() {
        for (String path : List.of("/verify", "/export", "/gaps", "/checkpoints")) {
            assertThat(get(path, "anna", Role.EMPLOYEE, Role.MANAGER, Role.COACH, Role.HR_SYSTEM)
                            .status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(get(path, "hr", Role.HR).status()).as(path).isEqualTo(200);
            assertThat(auditor(path).status()).as(path).isEqualTo(200);
        }
    }

    private TestEvent agreed(String person, String conversation, long sequence) {
        return event(
                person,
                conversation,
                sequence,
                "u-" + conversation,
                new AgreementMade(
                        conversation, person, "bram", "a1", AgreementOwner.SHARED, DAY, "00".repeat(32), true));
    }
}
