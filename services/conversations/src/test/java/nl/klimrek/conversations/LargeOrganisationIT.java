package nl.klimrek.conversations;

import static nl.klimrek.conversations.ConversationsUnderTest.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.klimrek.conversations.cycle.run.PlanningService;
import nl.klimrek.conversations.large.LargeRoster;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestClient;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * A cycle in an organisation that is planned in parts, on the embedded store. {@code -Dklimrek.large.people=100000} makes it
 * as large as that store is meant for.
 */
class LargeOrganisationIT {

    private static final Logger LOG = LoggerFactory.getLogger(LargeOrganisationIT.class);
    private static final int PEOPLE = Integer.getInteger("klimrek.large.people", 2_100);
    private static final int BATCH = 1000;

    private final Organisation organisation =
            new Organisation("o" + UUID.randomUUID().toString().substring(0, 8));
    private final TestClient hr =
            SERVICE.as("hella", organisation.value(), Role.EMPLOYEE, Role.HR).below("/api");

    @Test
    void a_cycle_is_planned_in_parts_after_the_answer_and_every_list_shows_it() {
        store(new LargeRoster(PEOPLE));
        String cycle = hr.post(
                        "/cycles",
                        TestClient.json("{'rhythm':[{'type':'DEVELOPMENT','everyDays':182}],'startsOn':'%s'}"
                                .formatted(Talk.day(0))))
                .ok()
                .text("/id");
        long begin = System.nanoTime();
        assertThat(hr.post("/cycles/" + cycle + "/plan", TestClient.json("{}")).status())
                .isEqualTo(202);
        await().atMost(Duration.ofMinutes(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    SERVICE.bean(PlanningService.class).resume();
                    return "true".equals(planning(cycle, "done"));
                });
        report("planned", begin);
        assertThat(planning(cycle, "people")).isEqualTo(Integer.toString(PEOPLE));
        assertThat(planning(cycle, "planned")).isEqualTo(Integer.toString(PEOPLE - 1));
        assertThat(planning(cycle, "proposed")).isEqualTo(Integer.toString(PEOPLE - 1));
        begin = System.nanoTime();
        await().atMost(Duration.ofMinutes(60)).ignoreExceptions().untilAsserted(SERVICE::awaitSettled);
        report("shown in every list", begin);
        begin = System.nanoTime();
        TestClient director = SERVICE.as(LargeRoster.id(0), organisation.value(), Role.EMPLOYEE, Role.MANAGER)
                .below("/api");
        assertThat(director.get("/conversations").ok().json().path("items")).hasSize(10);
        report("a manager's list", begin);
    }

    private String planning(String cycle, String field) {
        return hr.get("/cycles/" + cycle)
                .ok()
                .json()
                .path("planning")
                .path(field)
                .asText();
    }

    /** Stores the roster as its events would have left it. */
    private void store(LargeRoster roster) {
        MongoDatabase database = SERVICE.bean(MongoDatabaseFactory.class).getMongoDatabase();
        for (int from = 0; from < PEOPLE; from += BATCH) {
            List<Integer> some = IntStream.range(from, Math.min(PEOPLE, from + BATCH))
                    .boxed()
                    .toList();
            database.getCollection("people_facts")
                    .insertMany(some.stream()
                            .map(person -> roster.document(organisation.value() + "/" + LargeRoster.id(person)))
                            .toList());
            List<Document> rows = some.stream()
                    .flatMap(person -> roster.rows(organisation, person).stream())
                    .toList();
            database.getCollection("people_members").insertMany(rows);
        }
    }

    private static void report(String what, long begin) {
        LOG.info(
                "{} for {} people in {} ms",
                what,
                PEOPLE,
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }
}
