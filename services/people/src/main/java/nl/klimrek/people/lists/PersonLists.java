package nl.klimrek.people.lists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.bson.Document;

/**
 * Named lists of person ids. A list only proposes: whoever reads it asks the people themselves, so an entry too many does
 * no harm, and entries are added before the fact they follow from is stored. Each list is spread over parts so that an
 * addition costs the same in a large organisation.
 */
public final class PersonLists {

    private static final int PARTS = 16;
    private static final int LISTS_AT_A_TIME = 100;
    private static final Document NEXT = new Document("version", 1L);

    private final AggregateStore<PersonList> lists;
    private final MongoCollection<Document> parts;

    /** @param parts where the lists are stored; a part is changed in place, so that its size does not matter */
    public PersonLists(AggregateStore<PersonList> lists, MongoCollection<Document> parts) {
        this.lists = lists;
        this.parts = parts;
    }

    /** Adds somebody, once; writes nothing when they are on it already. */
    public void add(Organisation organisation, String list, String person) {
        Document there = id(key(organisation, list, part(person))).append(PersonList.PEOPLE, person);
        if (parts.find(there).projection(new Document("_id", 1)).first() == null) {
            addNewcomer(organisation, list, person);
        }
    }

    /** The same for somebody who is probably not on it yet: does not look. */
    public void addNewcomer(Organisation organisation, String list, String person) {
        parts.updateOne(
                id(key(organisation, list, part(person))),
                new Document("$inc", NEXT).append("$addToSet", new Document(PersonList.PEOPLE, person)),
                new UpdateOptions().upsert(true));
    }

    public void remove(Organisation organisation, String list, String person) {
        parts.updateOne(
                id(key(organisation, list, part(person))),
                new Document("$inc", NEXT).append("$pull", new Document(PersonList.PEOPLE, person)));
    }

    /** Everybody on the list, sorted. */
    public List<String> people(Organisation organisation, String list) {
        return lists.findAll(keys(organisation, list)).stream()
                .map(Versioned::state)
                .flatMap(part -> part.people().stream())
                .sorted()
                .toList();
    }

    /** Those of these lists on which there is anybody. */
    public Set<String> notEmpty(Organisation organisation, Collection<String> names) {
        Set<String> found = new HashSet<>();
        List<String> left = List.copyOf(names);
        for (int from = 0; from < left.size(); from += LISTS_AT_A_TIME) {
            Map<Key, String> listOf = new HashMap<>();
            left.subList(from, Math.min(left.size(), from + LISTS_AT_A_TIME))
                    .forEach(list -> keys(organisation, list).forEach(key -> listOf.put(key, list)));
            lists.findAllByKey(List.copyOf(listOf.keySet())).forEach((key, part) -> {
                if (!part.state().people().isEmpty()) {
                    found.add(listOf.get(key));
                }
            });
        }
        return found;
    }

    /** Takes everybody off the list. */
    public void clear(Organisation organisation, String list) {
        List<String> ids = keys(organisation, list).stream().map(Key::value).toList();
        parts.updateMany(
                new Document("_id", new Document("$in", ids)),
                new Document("$inc", NEXT).append("$set", new Document(PersonList.PEOPLE, List.of())));
    }

    private static Document id(Key part) {
        return new Document("_id", part.value());
    }

    private static List<Key> keys(Organisation organisation, String list) {
        return IntStream.range(0, PARTS)
                .mapToObj(part -> key(organisation, list, part))
                .toList();
    }

    private static Key key(Organisation organisation, String list, int part) {
        return Key.of(organisation, list + ":" + part);
    }

    private static int part(String person) {
        return Math.floorMod(person.hashCode(), PARTS);
    }
}
