package nl.klimrek.insights;

import static nl.klimrek.testkit.events.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.EventPublisher;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Figures over HTTP after events from Kafka. */
class InsightsIT {
    private static final ServiceUnderTest SERVICE = InsightsUnderTest.SERVICE;

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final EventPublisher publisher = SERVICE.publisher();
    private final TestClient hr = SERVICE.as("hella", organisation, Role.HR).below("/api/insights");

    @Test
    void five_people_of_a_team_have_a_figure_and_four_have_none() {
        team("sales", 5);
        team("board", 4);
        held("sales-1");
        SERVICE.awaitConsumed();
        var coverage = hr.get("/coverage?months=12").ok();
        assertThat(coverage.text("/teams/0/team")).isNull();
        assertThat(coverage.json().path("hidden")).hasSize(2);
        team("board", 5);
        SERVICE.awaitConsumed();
        var shown = hr.get("/coverage?months=12").ok();
        assertThat(shown.json().path("hidden")).isEmpty();
        assertThat(shown.text("/teams/1/team")).isEqualTo("sales");
        assertThat(shown.text("/teams/1/figure/withConversation")).isEqualTo("1");
        assertThat(shown.text("/total/people")).isEqualTo("10");
    }

    @Test
    void a_month_with_conversations_of_five_people_has_a_figure() {
        for (int i = 1; i <= 4; i++) {
            held("p-" + i);
        }
        SERVICE.awaitConsumed();
        assertThat(hr.get("/shift?months=12").text("/months/11/conversations")).isNull();
        held("p-5");
        SERVICE.awaitConsumed();
        assertThat(hr.get("/shift?months=12").text("/months/11/conversations")).isEqualTo("5");
        assertThat(hr.get("/shift?months=12").text("/months/10/conversations")).isEqualTo("0");
    }

    @Test
    void a_month_of_the_former_version_is_counted_and_its_documents_deleted() {
        for (int i = 1; i <= 6; i++) {
            held("p-" + i);
        }
        SERVICE.awaitConsumed();
        var database = SERVICE.bean(MongoDatabaseFactory.class).getMongoDatabase();
        database.getCollection("month_rows").deleteMany(new Document("month", organisation + "/2026-10"));
        Document counts = new Document();
        for (int i = 1; i <= 6; i++) {
            counts.append("p-" + i, new Document("assessments", 0).append("dialogues", 9));
        }
        database.getCollection("shift_months")
                .insertOne(new Document("_id", organisation + "/2026-10:7")
                        .append("version", 3L)
                        .append("state", new Document("counts", counts)));
        assertThat(hr.get("/shift?months=12").text("/months/11/dialogues"))
                .as("counted from the conversations themselves")
                .isEqualTo("6");
        assertThat(database.getCollection("shift_months").countDocuments()).isZero();
    }

    @Test
    void figures_are_for_hr_of_the_organisation_and_for_fixed_periods() {
        for (Role role : Role.values()) {
            if (role != Role.HR) {
                TestClient other = SERVICE.as("p", organisation, role).below("/api/insights");
                assertThat(other.get("/coverage").problem()).as(role.name()).isEqualTo("403 forbidden");
                assertThat(other.get("/shift").problem()).as(role.name()).isEqualTo("403 forbidden");
            }
        }
        assertThat(hr.get("/coverage?months=5").problem()).isEqualTo("400 period-invalid");
        assertThat(hr.get("/shift?months=6").problem()).isEqualTo("400 period-invalid");
    }

    private void team(String code, int people) {
        for (int i = 1; i <= people; i++) {
            publisher.publish(
                    organisation,
                    anEvent(PersonJoined.class)
                            .with("person", code + "-" + i)
                            .with("team", code)
                            .with("startDate", "2020-01-01")
                            .with("effectiveAt", "2020-01-01")
                            .without("endDate")
                            .build());
        }
    }

    /** Plans and holds a conversation in October 2026. */
    private void held(String person) {
        publisher.publish(
                organisation,
                anEvent(ConversationPlanned.class)
                        .with("conversation", "c-" + person)
                        .with("employee", person)
                        .with("type", "CHECK_IN")
                        .build());
        publisher.publish(
                organisation,
                anEvent(ConversationHeld.class)
                        .with("conversation", "c-" + person)
                        .with("employee", person)
                        .with("heldAt", Instant.parse("2026-10-12T09:00:00Z"))
                        .build());
    }
}
