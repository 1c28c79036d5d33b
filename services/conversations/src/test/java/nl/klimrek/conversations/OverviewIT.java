package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Lists and calendars follow the steps of a conversation that come in one poll with one write of each document. */
class OverviewIT {

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma");
    private final ConcurrentMessageListenerContainer<?, ?> reader =
            ConversationsUnderTest.bean(ConcurrentMessageListenerContainer.class);
    private final TestClient emma = as("emma");
    private final TestClient mark = as("mark");
    private final String conversation = "/conversations/"
            + emma.post("/conversations", json("{'type':'DEVELOPMENT'}")).text("id");

    @AfterEach
    void readOn() {
        reader.start();
    }

    @Test
    void steps_that_come_together_are_shown_once_as_the_conversation_is_then() {
        awaitListed("PLANNED");
        ConversationsUnderTest.SERVICE.awaitSettled();
        List<Long> before = List.of(writes("agendas", "emma"), writes("agendas", "mark"));
        reader.stop();
        for (String point : List.of("Learning", "Tools", "Travel")) {
            done(emma.post(conversation + "/agenda", json("{'text':'" + point + "'}")));
        }
        done(mark.post(conversation + "/invitation", json(Talk.slot(2))));
        done(emma.post(conversation + "/acceptance", json(Talk.slot(2))));
        ConversationsUnderTest.SERVICE.awaitPublished();
        reader.start();
        awaitListed("ACCEPTED");
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(List.of(writes("agendas", "emma"), writes("agendas", "mark")))
                .as("one write of each list for five events")
                .containsExactly(before.get(0) + 1, before.get(1) + 1);
        assertThat(List.of(writes("calendar_moments", "emma"), writes("calendar_moments", "mark")))
                .as("one write of each calendar for two events")
                .containsExactly(1L, 1L);
    }

    @Test
    void events_that_come_again_change_nothing() {
        done(mark.post(conversation + "/invitation", json(Talk.slot(2))));
        done(emma.post(conversation + "/acceptance", json(Talk.slot(2))));
        awaitListed("ACCEPTED");
        ConversationsUnderTest.SERVICE.awaitSettled();
        List<Long> before = List.of(writes("agendas", "mark"), writes("calendar_moments", "mark"));
        company.replay(company.published());
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(List.of(writes("agendas", "mark"), writes("calendar_moments", "mark")))
                .isEqualTo(before);
        awaitListed("ACCEPTED");
    }

    @Test
    void a_calendar_that_the_version_before_kept_in_one_document_is_read_and_followed_on() {
        String link = emma.post("/conversations/calendar", "")
                .text("link")
                .replaceFirst("^.*/conversations/calendar", "/conversations/calendar");
        done(mark.post(conversation + "/invitation", json(Talk.slot(2))));
        awaitCalendar(link, "TENTATIVE");
        MongoCollection<Document> documents = documents("calendar_moments");
        Document part = documents.findOneAndDelete(Filters.regex("_id", "^" + company.name + "/emma:"));
        documents.insertOne(part.append("_id", company.name + "/emma"));
        awaitCalendar(link, "TENTATIVE");
        done(emma.post(conversation + "/decline", json("{'reason':'Another day'}")));
        awaitCalendar(link, "CANCELLED");
    }

    private void awaitListed(String status) {
        for (TestClient person : List.of(emma, mark)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(person.get("/conversations")
                                    .json()
                                    .path("items")
                                    .findValuesAsText("status"))
                            .containsExactly(status));
        }
    }

    private void awaitCalendar(String link, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ConversationsUnderTest.SERVICE
                                .anonymous()
                                .below("/api")
                                .get(link)
                                .body())
                        .containsOnlyOnce("BEGIN:VEVENT")
                        .contains("STATUS:" + status));
    }

    /** How often the documents of one person were written. */
    private long writes(String collection, String person) {
        return documents(collection)
                .find(Filters.regex("_id", "^" + company.name + "/" + person + ":"))
                .into(new ArrayList<Document>())
                .stream()
                .mapToLong(document -> document.getLong("version"))
                .sum();
    }

    private static MongoCollection<Document> documents(String collection) {
        return ConversationsUnderTest.bean(MongoTemplate.class).getCollection(collection);
    }

    private static void done(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    private TestClient as(String person) {
        return ConversationsUnderTest.SERVICE.as(person, company.name).below("/api");
    }
}
