package nl.klimrek.people.roster;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.mongo.StoreFailure;
import nl.klimrek.eventing.schema.StoreMigration;
import nl.klimrek.people.person.Person;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the due times of people whom the version before stored. Storing somebody again changes only that. A person without an
 * upcoming change has no due time and needs none. A person who cannot be read is passed over and counted as remaining.
 */
public final class DueTimeMigration implements StoreMigration {
    private static final Logger LOG = LoggerFactory.getLogger(DueTimeMigration.class);
    private static final String COLLECTION = "people";
    private static final int PEOPLE_AT_ONCE = 200;
    private static final String FACTS = "state.facts";
    private static final String STATUS = "state.standing";
    private static final Document GIVEN = new Document("$ne", null);
    private static final Document EXISTS = new Document("$exists", true);
    private static final Document WITHOUT_DUE = new Document("due", new Document("$exists", false))
            .append(
                    "$or",
                    List.of(
                            new Document("state.upcoming.facts", EXISTS),
                            new Document("state.upcoming.0", EXISTS).append(FACTS, GIVEN),
                            new Document(STATUS, "EXPECTED").append(FACTS, GIVEN),
                            new Document(STATUS, "EMPLOYED").append("state.facts.endDate", GIVEN)));

    private final MongoCollection<Document> documents;
    private final AggregateStore<Person> people;
    private @Nullable String reached;

    public DueTimeMigration(MongoDatabase database) {
        this.documents = database.getCollection(COLLECTION);
        this.people = AggregateStoreFactory.readDocuments(
                database, new AggregateType<>(COLLECTION, Person.class, null, Person::due));
    }

    @Override
    public String name() {
        return "due times of people";
    }

    @Override
    public long remaining() {
        return documents.countDocuments(WITHOUT_DUE);
    }

    @Override
    public boolean nextPage() {
        Document range = new Document(WITHOUT_DUE);
        if (reached != null) {
            range.append("_id", new Document("$gt", reached));
        }
        List<String> page = documents
                .find(range)
                .projection(new Document("_id", 1))
                .sort(new Document("_id", 1))
                .limit(PEOPLE_AT_ONCE)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
        page.forEach(this::store);
        return !page.isEmpty();
    }

    private void store(String key) {
        reached = key;
        try {
            people.handle(
                    Key.parse(key),
                    MessageContext.system("migration"),
                    known -> known.map(Decision::accept).orElseGet(Decision::unchanged));
        } catch (RuntimeException failed) {
            if (StoreFailure.of(failed) == StoreFailure.TRANSIENT) {
                throw failed;
            }
            LOG.error(
                    "{} gets no due time and is passed over: {}",
                    key,
                    failed.getClass().getSimpleName());
        }
    }
}
