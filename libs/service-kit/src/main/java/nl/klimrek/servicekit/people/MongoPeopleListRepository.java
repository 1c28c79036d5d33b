package nl.klimrek.servicekit.people;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the collection {@code people_members}. The version before kept a whole list in one document of
 * {@code people_lists}; such a list is moved into rows when it is read for the first time.
 */
final class MongoPeopleListRepository implements PeopleListRepository {

    private static final String LIST = "list";
    private static final String PERSON = "person";
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> rows;
    private final MongoCollection<Document> former;
    private volatile boolean moved;

    MongoPeopleListRepository(MongoDatabase database) {
        this.rows = database.getCollection(PeopleProjectionConfiguration.MEMBERS.name());
        this.former = database.getCollection("people_lists");
    }

    @Override
    public void add(Organisation organisation, String list, String person) {
        Document row = row(key(organisation, list), person);
        rows.updateOne(new Document("_id", row.remove("_id")), new Document("$set", row), UPSERT);
    }

    @Override
    public void addAll(Map<Key, List<String>> people) {
        List<Document> added = new ArrayList<>();
        people.forEach((list, some) -> some.forEach(person -> added.add(row(list.value(), person))));
        insert(added);
    }

    @Override
    public void remove(Organisation organisation, String list, String person) {
        String key = key(organisation, list);
        moveFormer(List.of(key));
        rows.deleteOne(new Document("_id", row(key, person).get("_id")));
    }

    @Override
    public List<String> people(Organisation organisation, Collection<String> lists, int limit) {
        List<String> keys = lists.stream().map(list -> key(organisation, list)).toList();
        moveFormer(keys);
        return List.copyOf(
                persons(rows.find(new Document(LIST, new Document("$in", keys))).limit(limit)));
    }

    @Override
    public List<String> page(Organisation organisation, String list, @Nullable String after, int limit) {
        String key = key(organisation, list);
        moveFormer(List.of(key));
        Document query = new Document(LIST, key);
        if (after != null) {
            query.append(PERSON, new Document("$gt", after));
        }
        return List.copyOf(
                persons(rows.find(query).sort(new Document(PERSON, 1)).limit(limit)));
    }

    @Override
    public long count(Organisation organisation, Collection<String> lists) {
        List<String> keys = lists.stream().map(list -> key(organisation, list)).toList();
        moveFormer(keys);
        return rows.countDocuments(new Document(LIST, new Document("$in", keys)));
    }

    /** Rows are stored before the former document is deleted, so a stop in between loses no person. */
    private void moveFormer(List<String> keys) {
        if (moved) {
            return;
        }
        if (former.find().first() == null) {
            moved = true;
            return;
        }
        for (Document list : former.find(new Document("_id", new Document("$in", keys)))) {
            String key = list.getString("_id");
            insert(list.getList("people", String.class, List.of()).stream()
                    .map(person -> row(key, person))
                    .toList());
            former.deleteOne(new Document("_id", key));
        }
    }

    private void insert(List<Document> added) {
        try {
            if (!added.isEmpty()) {
                rows.insertMany(added, UNORDERED);
            }
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    private static TreeSet<String> persons(FindIterable<Document> found) {
        return found.projection(new Document(PERSON, 1))
                .map(row -> row.getString(PERSON))
                .into(new TreeSet<>());
    }

    private static Document row(String list, String person) {
        return new Document("_id", list + " " + person).append(LIST, list).append(PERSON, person);
    }

    private static String key(Organisation organisation, String list) {
        return new Key(organisation, list).value();
    }
}
