package nl.klimrek.learningbudgets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.schema.StoreMigration;
import nl.klimrek.learningbudgets.account.LedgerPage;
import nl.klimrek.testkit.service.TestClient;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** An account of the version before, which holds every entry itself, through {@code infra/admin migrate}. */
class LedgerMigrationIT {
    private static final int ENTRIES = 300;
    private final StaffFixture staff = new StaffFixture();
    private final MongoDatabase database =
            BudgetsUnderTest.SERVICE.bean(MongoDatabaseFactory.class).getMongoDatabase();

    @Test
    void a_long_ledger_moves_to_pages_and_reads_as_before_and_the_balance_stays() {
        TestClient anna = staff.employee("p-anna", null);
        makeOld("p-anna");
        List<String> before = ledger(anna);
        String pots = anna.get("/mine").json().path("pots").toString();
        assertThat(before).hasSize(ENTRIES);

        migrate();

        assertThat(ledger(anna)).isEqualTo(before);
        assertThat(anna.get("/mine").json().path("pots").toString()).isEqualTo(pots);
        Document account = stored("p-anna");
        assertThat(account.getList("ledger", Document.class)).hasSizeLessThan(2 * LedgerPage.SIZE);
        assertThat(migration().remaining()).isZero();
        migrate();
        assertThat(ledger(anna)).isEqualTo(before);
        assertThat(anna.post("/requests", RequestBodyFixture.budget(StaffFixture.PERSONAL, 1_00))
                        .status())
                .isEqualTo(201);
        assertThat(ledger(anna)).hasSizeGreaterThan(ENTRIES);
    }

    private StoreMigration migration() {
        return new LearningBudgetsSchema().migrations(database).get(0);
    }

    private void migrate() {
        StoreMigration migration = migration();
        boolean more = true;
        while (more) {
            more = migration.nextPage();
        }
    }

    /** Every entry, through the API. */
    private static List<String> ledger(TestClient person) {
        List<String> all = new ArrayList<>();
        String after = "0";
        while (after != null) {
            JsonNode page =
                    person.get("/p-anna/ledger?limit=70&after=" + after).ok().json();
            page.path("items").forEach(entry -> all.add(entry.toString()));
            after = page.path("next").textValue();
        }
        return all;
    }

    private Document stored(String person) {
        return database.getCollection("accounts")
                .find(new Document("_id", id(person)))
                .first()
                .get("state", Document.class);
    }

    private String id(String person) {
        return staff.organisation() + "/ba-" + person;
    }

    /** Writes the account as the version before did: reserved and released many times, all in one document. */
    private void makeOld(String person) {
        Document state = stored(person);
        List<Document> ledger = new ArrayList<>(state.getList("ledger", Document.class));
        Document grant = ledger.get(0);
        for (int number = ledger.size() + 1; number <= ENTRIES; number++) {
            boolean reserved = number % 2 == 1;
            Document entry = new Document(grant);
            entry.put("number", (long) number);
            entry.put("type", reserved ? "RESERVED" : "RELEASED");
            entry.put("from", reserved ? "AVAILABLE" : "RESERVED");
            entry.put("to", reserved ? "RESERVED" : "AVAILABLE");
            entry.put("request", "ba-" + person + ":r1");
            ledger.add(entry);
        }
        database.getCollection("accounts")
                .updateOne(
                        new Document("_id", id(person)),
                        new Document("$set", new Document("state.ledger", ledger))
                                .append("$unset", new Document("state.archived", "").append("schema", ""))
                                .append("$inc", new Document("version", 1L)));
    }
}
