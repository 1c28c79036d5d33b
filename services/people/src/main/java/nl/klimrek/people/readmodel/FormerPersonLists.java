package nl.klimrek.people.readmodel;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;

/**
 * The shards in which the version before kept a list: 16 documents with many people each. A list is moved to rows before
 * it is read. A shard is deleted only in the version that was moved, so a write of an instance of the version before is
 * moved too. An organisation without any shard costs one look a minute.
 */
final class FormerPersonLists {
    private static final int SHARDS = 16;
    private static final long RECHECK_NANOS = Duration.ofMinutes(1).toNanos();
    private static final String VERSION = "version";

    private final MongoCollection<Document> shards;
    private final Map<Organisation, Look> looks = new ConcurrentHashMap<>();

    FormerPersonLists(MongoCollection<Document> shards) {
        this.shards = shards;
    }

    private record Look(boolean anyLeft, long at) {}

    /** Moves the shards of a list. @param rows takes each person */
    void move(Organisation organisation, String list, Consumer<String> rows) {
        Look look = looks.get(organisation);
        if (look == null || System.nanoTime() - look.at() > RECHECK_NANOS) {
            look = new Look(anyOf(organisation), System.nanoTime());
            looks.put(organisation, look);
        }
        if (!look.anyLeft()) {
            return;
        }
        List<String> keys = IntStream.range(0, SHARDS)
                .mapToObj(shard -> Key.of(organisation, list + ":" + shard).value())
                .toList();
        Document ofList = new Document("_id", new Document("$in", keys));
        for (List<Document> found = read(ofList); !found.isEmpty(); found = read(ofList)) {
            for (Document shard : found) {
                people(shard).forEach(rows);
                shards.deleteOne(new Document("_id", shard.getString("_id")).append(VERSION, shard.get(VERSION)));
            }
        }
    }

    long count() {
        return shards.estimatedDocumentCount();
    }

    /** Moves some shards of any list; returns false if none was left. */
    boolean moveSome(int most, ListedPeople rows) {
        List<Document> some = shards.find().limit(most).into(new ArrayList<>());
        for (Document shard : some) {
            Key key = Key.parse(shard.getString("_id"));
            String list = key.id().substring(0, key.id().lastIndexOf(':'));
            people(shard).forEach(person -> rows.accept(key.organisation(), list, person));
            shards.deleteOne(new Document("_id", shard.getString("_id")).append(VERSION, shard.get(VERSION)));
        }
        return !some.isEmpty();
    }

    /** Takes one person of a list. */
    interface ListedPeople {
        void accept(Organisation organisation, String list, String person);
    }

    /** The character after a slash is a zero, so this range has every key of the organisation and no other. */
    private boolean anyOf(Organisation organisation) {
        Document range = new Document("$gte", organisation.value() + "/").append("$lt", organisation.value() + "0");
        return shards.find(new Document("_id", range))
                        .projection(new Document("_id", 1))
                        .first()
                != null;
    }

    private List<Document> read(Document query) {
        return shards.find(query).into(new ArrayList<>());
    }

    private static List<String> people(Document shard) {
        List<String> people = shard.get("state", new Document()).getList("people", String.class);
        return people == null ? List.of() : people;
    }
}
