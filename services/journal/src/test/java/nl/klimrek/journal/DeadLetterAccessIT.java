package nl.klimrek.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.service.TestClient;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Dead letters are listed for those who may see them. */
class DeadLetterAccessIT extends DeadLetterSuite {

    @Test
    void a_parked_record_is_shown_with_place_and_reason_but_without_content() {
        TestEvent poison = event(
                Topics.PEOPLE,
                "nl.klimrek.people.person-left.v1",
                "anna",
                "anna",
                1,
                "u",
                "{\"person\":[\"Verzonnenstein\"]}".getBytes(UTF_8));
        send(List.of(poison));
        List<JsonNode> letters = awaitLetters(2);

        assertThat(letters)
                .extracting(letter -> letter.path("group").asText())
                .containsExactlyInAnyOrder(READER, "journal");
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.path("reason").asText()).isEqualTo("data-is-not-its-type");
            assertThat(letter.path("explanation").asText()).isEqualTo("Its content does not fit the type it names.");
            assertThat(letter.path("topic").asText()).isEqualTo(Topics.PEOPLE);
            assertThat(letter.path("eventType").asText()).isEqualTo("nl.klimrek.people.person-left.v1");
            assertThat(letter.path("bytes").asInt()).isEqualTo(poison.toRecord().value().length);
            assertThat(letter.path("digest").asText()).hasSize(64);
        });
        steps(letters.get(0).path("id").asText(), 1);
        assertThat(auditor("/export").body()).doesNotContain("Verzonnenstein");
        try (MongoClient client = MongoClients.create(journals.backend().mongoUri())) {
            for (String collection : client.getDatabase(journals.database()).listCollectionNames()) {
                for (Document document : client.getDatabase(journals.database())
                        .getCollection(collection)
                        .find()) {
                    assertThat(document.toJson()).doesNotContain("Verzonnenstein");
                }
            }
        }
    }

    @Test
    void other_organisations_see_nothing_and_only_hr_decides() {
        String id = parkOne();
        String other = "other-" + organisation;

        assertThat(items(journals.as("hr", other, Role.HR).get("/dead-letters")))
                .isEmpty();
        assertThat(journals.as("hr", other, Role.HR).get("/dead-letters/" + id).status())
                .isEqualTo(404);
        for (String what : List.of("/replay", "/discard")) {
            String path = "/dead-letters/" + id + what;
            String body = what.equals("/discard") ? "{\"reason\":\"NOT_OURS\"}" : "";
            TestClient hr = journals.as("hr", organisation, Role.HR);
            assertThat(journals.as("hr", other, Role.HR).post(path, body).status())
                    .as(what)
                    .isEqualTo(404);
            assertThat(journals.as("a", organisation, Role.AUDITOR, Role.EMPLOYEE)
                            .post(path, body)
                            .status())
                    .as(what)
                    .isEqualTo(403);
            assertThat(hr.send(hr.request(path)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(body)))
                            .status())
                    .as("%s without a key", what)
                    .isEqualTo(400);
        }
        assertThat(get("/dead-letters", "anna", Role.EMPLOYEE, Role.MANAGER).status())
                .isEqualTo(403);
        assertThat(get("/dead-letters/" + id, "anna", Role.EMPLOYEE).status()).isEqualTo(403);
        assertThat(items(auditor("/dead-letters"))).hasSize(1);
    }

    @Test
    void only_operators_see_records_that_belong_to_no_certain_organisation() {
        String event = UUID.randomUUID().toString();
        TestEvent foreign = left("anna", 1).withSource("/somebody/else").with("id", event);
        send(List.of(foreign));

        await().atMost(TIMEOUT)
                .until(() -> operators().stream()
                        .anyMatch(letter -> letter.path("eventId").asText().equals(event)));
        assertThat(items(auditor("/dead-letters"))).isEmpty();
        assertThat(operators())
                .filteredOn(letter -> letter.path("eventId").asText().equals(event))
                .allSatisfy(letter -> assertThat(letter.has("eventSubject")).isFalse());
    }

    @Test
    void a_long_list_is_read_in_pages_oldest_first() {
        reader.breakFor(organisation);
        send(IntStream.range(0, 7).mapToObj(i -> left("p" + i, 1)).toList());
        awaitLetters(7);

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = auditor("/dead-letters?limit=3&after=" + after).json();
            page.path("items").forEach(letter -> seen.add(letter.path("id").asText()));
            after = page.path("next").isNull() ? null : page.path("next").asText();
        } while (after != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
    }
}
