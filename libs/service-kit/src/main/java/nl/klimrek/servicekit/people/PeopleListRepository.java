package nl.klimrek.servicekit.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;

/** Read documents that hold person ids, keyed by whose list it is. Adding and taking out are idempotent. */
final class PeopleListRepository {
    private static final String PEOPLE = "people";
    private final MongoCollection<Document> lists;

    PeopleListRepository(MongoDatabase database) {
        this.lists = database.getCollection("people_lists");
    }

    void add(Organisation organisation, String list, String person) {
        lists.updateOne(
                id(organisation, list),
                new Document("$addToSet", new Document(PEOPLE, person)),
                new UpdateOptions().upsert(true));
    }

    /** Adds to many lists in one write. @param people who is added, by the key of the list */
    void addAll(Map<Key, List<String>> people) {
        if (people.isEmpty()) {
            return;
        }
        lists.bulkWrite(
                people.entrySet().stream()
                        .map(list -> new UpdateOneModel<Document>(
                                new Document("_id", list.getKey().value()),
                                new Document("$addToSet", new Document(PEOPLE, new Document("$each", list.getValue()))),
                                new UpdateOptions().upsert(true)))
                        .toList(),
                new BulkWriteOptions().ordered(false));
    }

    void remove(Organisation organisation, String list, String person) {
        lists.updateOne(id(organisation, list), new Document("$pull", new Document(PEOPLE, person)));
    }

    /** Person ids in these lists, sorted, each once. */
    List<String> people(Organisation organisation, Collection<String> names) {
        List<String> ids =
                names.stream().map(name -> new Key(organisation, name).value()).toList();
        List<String> people = new ArrayList<>();
        lists.find(new Document("_id", new Document("$in", ids)))
                .forEach(list -> people.addAll(list.getList(PEOPLE, String.class, List.of())));
        return people.stream().distinct().sorted().toList();
    }

    private static Document id(Organisation organisation, String list) {
        return new Document("_id", new Key(organisation, list).value());
    }
}
