package nl.klimrek.journal;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A reader that fails until it is repaired, and the dead letters of its group. */
abstract class DeadLetterSuite extends JournalServiceSuite {

    static final String READER = "insights";
    static final String PARKED_AT = TopicDefinition.deadLetters(Topics.PEOPLE, READER);
    static final String OPERATIONS = "klimrek-operations";
    static FaultyReader reader;

    @BeforeAll
    static void listen() {
        reader = new FaultyReader(Journals.SHARED, READER);
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    /** Parks the first event of Anna's stream, while the reader fails, and returns the dead letter's id. */
    String parkOne() {
        reader.breakFor(organisation);
        send(List.of(left("anna", 1)));
        return awaitLetters(1).get(0).path("id").asText();
    }

    List<JsonNode> awaitLetters(int many) {
        await().atMost(TIMEOUT).until(() -> items(auditor("/dead-letters")).size() == many);
        return items(auditor("/dead-letters"));
    }

    List<JsonNode> steps(String id, int many) {
        await().atMost(TIMEOUT)
                .until(() -> items(auditor("/timeline?subject=" + id)).size() == many);
        return items(auditor("/timeline?subject=" + id));
    }

    List<JsonNode> operators() {
        return items(journals.as("op", OPERATIONS, Role.HR).get("/dead-letters?limit=200"));
    }

    HttpAnswer replay(String id, String key) {
        return journals.as("hr", organisation, Role.HR).withIdempotencyKey(key).post("/dead-letters/" + id + "/replay");
    }

    HttpAnswer discard(String id, String body, Map<String, String> headers) {
        TestClient hr = journals.as("hr", organisation, Role.HR);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            hr = hr.withHeader(header.getKey(), header.getValue());
        }
        return hr.post("/dead-letters/" + id + "/discard", body);
    }

    TestEvent left(String person, long sequence) {
        return event(person, person, sequence, "u", new PersonLeft(person, null, null, DAY));
    }
}
