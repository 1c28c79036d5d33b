package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klimrek.contracts.Topics;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** A number counts once in its stream, also where several things belong to one person. */
class EventStreamIT {

    private final Company company = new Company().joins(null, "mark");

    @Test
    void busy_times_calendar_link_capacity_and_coach_of_one_person_count_apart() {
        TestClient mark = company.as("mark");
        mark.post("/conversations/calendar").ok();
        mark.put(
                        "/conversations/busy",
                        json("{'times':[{'start':'" + Talk.day(3) + "T08:00:00Z','end':'" + Talk.day(3)
                                + "T09:00:00Z'}]}"))
                .ok();
        mark.put("/conversations/capacity", json("{'perDay':2,'perWeek':6}")).ok();
        company.hr()
                .post("/conversations/coaches", json("{'person':'mark','kind':'CAREER_COACH'}"))
                .ok();
        mark.delete("/conversations/calendar");
        ConversationsUnderTest.SERVICE.awaitSettled();

        List<TopicRecord> published = ConversationsUnderTest.SERVICE
                .topics()
                .about(company.organisation().value(), "mark", Topics.CONVERSATIONS);
        assertThat(published)
                .extracting(record -> record.subject() + " " + record.sequence() + " " + record.shortType())
                .containsExactlyInAnyOrder(
                        "calendar-mark 1 calendar-feed-opened",
                        "calendar-mark 2 calendar-feed-revoked",
                        "busy-mark 1 busy-times-given",
                        "capacity-mark 1 capacity-set",
                        "coach-mark 1 coach-appointed");
    }
}
