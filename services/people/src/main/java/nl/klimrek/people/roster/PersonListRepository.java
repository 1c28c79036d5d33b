package nl.klimrek.people.roster;

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
 * Named lists of person ids. Readers check the people themselves, so an entry too many does no harm. An entry is added
 * before the change it follows from is stored. Each list is spread over shards, so that an addition costs the same in a
 * large organisation.
 */
public final class PersonListRepository {

    private static final int SHARDS = 16;
    private static final int LISTS_PER_QUERY = 100;
    private static final Document NEXT = new Document("version", 1L);

    private final AggregateStore<PersonListShard> lists;
    private final MongoCollection<Document> shards;

    /** @param shards where the lists are stored; a shard is changed in place, so that its size does not matter */
    public PersonListRepository(AggregateStore<PersonListShard> lists, MongoCollection<Document> shards) {
        this.lists = lists;
        this.shards = shards;
    }

    /** Adds a person once; writes nothing if the list has them already. */
    public void add(Organisation organisation, String list, String person) {
        Document there = id(key(organisation, list, shard(person))).append(PersonListShard.PEOPLE, person);
        if (shards.find(there).projection(new Document("_id", 1)).first() == null) {
            addNewcomer(organisation, list, person);
        }
    }

    /** The same for a person who is probably not on the list yet: writes without reading first. */
    public void addNewcomer(Organisation organisation, String list, String person) {
        shards.updateOne(
                id(key(organisation, list, shard(person))),
                new Document("$inc", NEXT).append("$addToSet", new Document(PersonListShard.PEOPLE, person)),
                new UpdateOptions().upsert(true));
    }

    public void remove(Organisation organisation, String list, String person) {
        shards.updateOne(
                id(key(organisation, list, shard(person))),
                new Document("$inc", NEXT).append("$pull", new Document(PersonListShard.PEOPLE, person)));
    }

    /** Ids of all people on the list, sorted. */
    public List<String> people(Organisation organisation, String list) {
        return lists.findAll(keys(organisation, list)).stream()
                .map(Versioned::state)
                .flatMap(shard -> shard.people().stream())
                .sorted()
                .toList();
    }

    /** Names of those of these lists that are not empty. */
    public Set<String> notEmpty(Organisation organisation, Collection<String> names) {
        Set<String> found = new HashSet<>();
        List<String> left = List.copyOf(names);
        for (int from = 0; from < left.size(); from += LISTS_PER_QUERY) {
            Map<Key, String> listOf = new HashMap<>();
            left.subList(from, Math.min(left.size(), from + LISTS_PER_QUERY))
                    .forEach(list -> keys(organisation, list).forEach(key -> listOf.put(key, list)));
            lists.findAllByKey(List.copyOf(listOf.keySet())).forEach((key, shard) -> {
                if (!shard.state().people().isEmpty()) {
                    found.add(listOf.get(key));
                }
            });
        }
        return found;
    }

    /** Empties the list. */
    public void clear(Organisation organisation, String list) {
        List<String> ids = keys(organisation, list).stream().map(Key::value).toList();
        shards.updateMany(
                new Document("_id", new Document("$in", ids)),
                new Document("$inc", NEXT).append("$set", new Document(PersonListShard.PEOPLE, List.of())));
    }

    private static Document id(Key shard) {
        return new Document("_id", shard.value());
    }

    private static List<Key> keys(Organisation organisation, String list) {
        return IntStream.range(0, SHARDS)
                .mapToObj(shard -> key(organisation, list, shard))
                .toList();
    }

    private static Key key(Organisation organisation, String list, int shard) {
        return Key.of(organisation, list + ":" + shard);
    }

    private static int shard(String person) {
        return Math.floorMod(person.hashCode(), SHARDS);
    }
}
