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
import nl.klimrek.eventing.schema.StoreMigration;
import nl.klimrek.people.person.Person;
import org.bson.Document;

/** Adds the due times of people whom the version before stored. Storing somebody again changes only that. */
public final class DueTimeMigration implements StoreMigration {
    private static final String COLLECTION = "people";
    private static final int PEOPLE_AT_ONCE = 200;
    private static final Document WITHOUT_DUE = new Document("due", new Document("$exists", false));

    private final MongoCollection<Document> documents;
    private final AggregateStore<Person> people;

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
        List<String> page = documents
                .find(WITHOUT_DUE)
                .projection(new Document("_id", 1))
                .limit(PEOPLE_AT_ONCE)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
        page.forEach(key -> people.handle(
                Key.parse(key),
                MessageContext.system("migration"),
                known -> known.map(Decision::accept).orElseGet(Decision::unchanged)));
        return !page.isEmpty();
    }
}
