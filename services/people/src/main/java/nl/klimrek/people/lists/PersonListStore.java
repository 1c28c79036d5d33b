package nl.klimrek.people.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;

/**
 * Named lists of person ids. A list only proposes: whoever reads it asks the people themselves, so an entry too many does
 * no harm, and entries are added before the fact they follow from is stored. Each list is spread over parts so that an
 * addition costs the same in a large organisation.
 */
public final class PersonListStore {

    private static final int PARTS = 16;
    private static final String PEOPLE = "people";

    private final MongoCollection<Document> lists;

    public PersonListStore(MongoCollection<Document> lists) {
        this.lists = lists;
    }

    /** Adds somebody, once. */
    public void add(Organisation organisation, String list, String person) {
        Document id = id(organisation, list, Math.floorMod(person.hashCode(), PARTS));
        lists.updateOne(id, new Document("$addToSet", new Document(PEOPLE, person)), new UpdateOptions().upsert(true));
    }

    public void remove(Organisation organisation, String list, String person) {
        Document id = id(organisation, list, Math.floorMod(person.hashCode(), PARTS));
        lists.updateOne(id, new Document("$pull", new Document(PEOPLE, person)));
    }

    /** Everybody on the list, sorted. */
    public List<String> people(Organisation organisation, String list) {
        List<String> ids = IntStream.range(0, PARTS).mapToObj(part -> key(organisation, list, part)).toList();
        List<String> people = new ArrayList<>();
        lists.find(new Document("_id", new Document("$in", ids)))
                .forEach(part -> people.addAll(part.getList(PEOPLE, String.class, List.of())));
        return people.stream().sorted().toList();
    }

    /** Takes the whole list away. */
    public void clear(Organisation organisation, String list) {
        IntStream.range(0, PARTS).forEach(part -> lists.deleteOne(id(organisation, list, part)));
    }

    private static Document id(Organisation organisation, String list, int part) {
        return new Document("_id", key(organisation, list, part));
    }

    private static String key(Organisation organisation, String list, int part) {
        return Key.of(organisation, list + ":" + part).value();
    }
}
