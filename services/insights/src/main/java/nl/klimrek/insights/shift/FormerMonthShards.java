package nl.klimrek.insights.shift;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.YearMonth;
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
 * The shards in which the version before kept a month: 32 documents with many people each. Their people are counted anew
 * before the month is read. A shard is deleted only in the version that was moved, so a write of an instance of the version
 * before is moved too.
 */
final class FormerMonthShards {
    private static final int SHARDS = 32;
    private static final int PEOPLE_PER_READ = 500;
    private static final long RECHECK_NANOS = Duration.ofMinutes(1).toNanos();
    private static final String VERSION = "version";

    private final MongoCollection<Document> shards;
    private final Map<String, Long> movedAt = new ConcurrentHashMap<>();

    FormerMonthShards(MongoCollection<Document> shards) {
        this.shards = shards;
    }

    /** Moves the shards that are left; looks for them once a minute. @param people takes person ids, some at a time */
    void move(Organisation organisation, YearMonth month, Consumer<List<String>> people) {
        String key = Key.of(organisation, month.toString()).value();
        Long last = movedAt.get(key);
        if (last != null && System.nanoTime() - last < RECHECK_NANOS) {
            return;
        }
        List<String> keys =
                IntStream.range(0, SHARDS).mapToObj(shard -> key + ":" + shard).toList();
        Document ofMonth = new Document("_id", new Document("$in", keys));
        for (List<Document> found = read(ofMonth); !found.isEmpty(); found = read(ofMonth)) {
            for (Document shard : found) {
                List<String> all = people(shard);
                for (int from = 0; from < all.size(); from += PEOPLE_PER_READ) {
                    people.accept(all.subList(from, Math.min(all.size(), from + PEOPLE_PER_READ)));
                }
                shards.deleteOne(new Document("_id", shard.getString("_id")).append(VERSION, shard.get(VERSION)));
            }
        }
        movedAt.put(key, System.nanoTime());
    }

    long count() {
        return shards.estimatedDocumentCount();
    }

    /** Moves some shards of any organisation and month; returns false if none was left. */
    boolean moveSome(int most, MonthPeople people) {
        List<Document> some = shards.find().limit(most).into(new ArrayList<>());
        for (Document shard : some) {
            Key key = Key.parse(shard.getString("_id"));
            YearMonth month = YearMonth.parse(key.id().substring(0, key.id().lastIndexOf(':')));
            people.accept(key.organisation(), month, people(shard));
            shards.deleteOne(new Document("_id", shard.getString("_id")).append(VERSION, shard.get(VERSION)));
        }
        return !some.isEmpty();
    }

    /** Takes the people of one shard. */
    interface MonthPeople {
        void accept(Organisation organisation, YearMonth month, List<String> people);
    }

    private List<Document> read(Document query) {
        return shards.find(query).into(new ArrayList<>());
    }

    private static List<String> people(Document shard) {
        Document counts = shard.get("state", new Document()).get("counts", Document.class);
        return counts == null ? List.of() : List.copyOf(counts.keySet());
    }
}
