package nl.klimrek.journal.store.entry;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.TimelineKey;
import org.bson.Document;

/**
 * The entries of the former version, until {@link EntryMigration} has moved them. They are named by their event and have
 * their position in a unique field, by which a collection cannot be sharded.
 *
 * <p>A reader asks this collection first and then the present one. The migration writes an entry there before it deletes it
 * here, so a reader always finds it.
 */
public final class FormerEntries {

    public static final String COLLECTION = "entries";
    public static final String PLACE = "place";

    /** In entries of the version before that one. */
    private static final String TIMELINES = "timelines";

    private final MongoCollection<Document> entries;

    FormerEntries(MongoDatabase database) {
        entries = database.getCollection(COLLECTION);
    }

    public MongoCollection<Document> collection() {
        return entries;
    }

    public boolean isEmpty() {
        return entries.find().projection(new Document("_id", 1)).first() == null;
    }

    /** The names among these of events that have an entry here. */
    Set<String> findExisting(Collection<String> names) {
        return entries.find(new Document("_id", new Document("$in", names)))
                .projection(new Document("_id", 1))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
    }

    /** The entry in the present form; empty when it is in that form already, or too damaged to have a position. */
    public static Optional<Document> converted(Organisation organisation, Document entry) {
        if (!(entry.get(PLACE) instanceof String place) || !isPlaceOf(organisation, place)) {
            return Optional.empty();
        }
        Document converted = new Document("_id", place);
        entry.forEach((field, value) -> {
            if (!field.equals("_id") && !field.equals(PLACE) && !field.equals(TIMELINES)) {
                converted.append(field, value);
            }
        });
        if (!converted.containsKey(EntryCodec.ON)) {
            converted.append(EntryCodec.ON, DocumentNames.timelines(organisation, timelines(entry)));
        }
        return Optional.of(converted);
    }

    /** The same, with the organisation of its place. */
    public static Optional<Document> converted(Document entry) {
        try {
            return entry.get(PLACE) instanceof String place
                    ? converted(Key.parse(place).organisation(), entry)
                    : Optional.empty();
        } catch (IllegalArgumentException noPlace) {
            return Optional.empty();
        }
    }

    private static boolean isPlaceOf(Organisation organisation, String place) {
        String prefix = organisation.value() + "/";
        return place.startsWith(prefix) && place.substring(prefix.length()).matches("[1-9][0-9]{0,18}");
    }

    /** The timelines; none when the field is damaged, because that must not stop the migration. */
    private static List<TimelineKey> timelines(Document entry) {
        try {
            return entry.getList(TIMELINES, Document.class, List.of()).stream()
                    .map(key -> new TimelineKey(TimelineKey.Kind.ofStored(key.getString("kind")), key.getString("id")))
                    .toList();
        } catch (IllegalArgumentException | NullPointerException | ClassCastException noTimelines) {
            return List.of();
        }
    }
}
