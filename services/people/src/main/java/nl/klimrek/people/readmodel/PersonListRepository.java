package nl.klimrek.people.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.schema.StoreMigration;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Named lists of person ids, one row for each person on a list. Readers check the people themselves, so an entry too many
 * does no harm. An entry is added before the change it follows from is stored.
 */
public final class PersonListRepository {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final String ROWS = "person_list_rows";
    private static final String FORMER = "person_lists";
    private static final int LISTS_PER_QUERY = 100;
    private static final int SHARDS_AT_ONCE = 20;
    private static final String LIST = "list";
    private static final String PERSON = "person";

    private final MongoCollection<Document> rows;
    private final OrderedRows ordered;
    private final FormerPersonLists former;

    public PersonListRepository(MongoDatabase database) {
        this.rows = database.getCollection(ROWS);
        this.ordered = new OrderedRows(rows, PERSON);
        this.former = new FormerPersonLists(database.getCollection(FORMER));
    }

    /** Moves the shards of the version before to rows. */
    public StoreMigration migration() {
        return new PageMigration(
                "list shards as rows", former::count, () -> former.moveSome(SHARDS_AT_ONCE, this::addNewcomer));
    }

    /** Adds a person once; writes nothing if the list has them already. */
    public void add(Organisation organisation, String list, String person) {
        Document key = new Document("_id", key(organisation, list, person));
        if (rows.find(key).projection(new Document("_id", 1)).first() == null) {
            addNewcomer(organisation, list, person);
        }
    }

    /** The same for a person who is probably not on the list yet: writes without reading first. */
    public void addNewcomer(Organisation organisation, String list, String person) {
        rows.updateOne(
                new Document("_id", key(organisation, list, person)),
                new Document(
                        "$set",
                        new Document(LIST, scope(organisation, list))
                                .append(PERSON, person)
                                .append(OrderedRows.ORDER, OrderedRows.orderOf(person))),
                UPSERT);
    }

    public void remove(Organisation organisation, String list, String person) {
        moveFormer(organisation, list);
        rows.deleteOne(new Document("_id", key(organisation, list, person)));
    }

    /** A page of a list, sorted. @param after the id before the first one; null for the beginning */
    public List<String> page(Organisation organisation, String list, @Nullable String after, int most) {
        return page(organisation, list, after, null, most);
    }

    /** The same, with ids up to {@code end} only; null for no end. */
    public List<String> page(
            Organisation organisation, String list, @Nullable String after, @Nullable String end, int most) {
        moveFormer(organisation, list);
        return ordered.page(new Document(LIST, scope(organisation, list)), after, end, most);
    }

    /** Names of those of these lists that are not empty. */
    public Set<String> notEmpty(Organisation organisation, Collection<String> names) {
        List<String> left = List.copyOf(names);
        left.forEach(list -> moveFormer(organisation, list));
        Set<String> found = new HashSet<>();
        for (int from = 0; from < left.size(); from += LISTS_PER_QUERY) {
            List<String> scopes = left.subList(from, Math.min(left.size(), from + LISTS_PER_QUERY)).stream()
                    .map(list -> scope(organisation, list))
                    .toList();
            rows.distinct(LIST, new Document(LIST, new Document("$in", scopes)), String.class)
                    .into(found);
        }
        return left.stream()
                .filter(list -> found.contains(scope(organisation, list)))
                .collect(Collectors.toSet());
    }

    private void moveFormer(Organisation organisation, String list) {
        former.move(organisation, list, person -> addNewcomer(organisation, list, person));
    }

    private static String scope(Organisation organisation, String list) {
        return Key.of(organisation, list).value();
    }

    private static String key(Organisation organisation, String list, String person) {
        return Key.of(organisation, list + ":" + person).value();
    }
}
