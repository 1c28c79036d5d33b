package nl.klimrek.conversations.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Which conversations to look at when a day is over. A list only proposes, the conversation decides; so a conversation may
 * be in several. A day is spread over parts, so that adding to it costs the same in a large organisation.
 */
@Component
class Deadlines {

    private static final int PARTS = 64;
    private static final String CONVERSATIONS = "conversations";
    private static final String SWEPT_UNTIL = "sweptUntil";

    private final MongoCollection<Document> days;
    private final MongoCollection<Document> progress;
    private final Set<Organisation> begun = ConcurrentHashMap.newKeySet();

    Deadlines(MongoDatabaseFactory mongo) {
        this.days = mongo.getMongoDatabase().getCollection("deadline_days");
        this.progress = mongo.getMongoDatabase().getCollection("deadline_progress");
    }

    void add(Organisation organisation, LocalDate day, String conversation) {
        String part = key(organisation, day, Math.floorMod(conversation.hashCode(), PARTS));
        days.updateOne(new Document("_id", part),
                new Document("$addToSet", new Document(CONVERSATIONS, conversation)), new UpdateOptions().upsert(true));
    }

    List<String> on(Organisation organisation, LocalDate day) {
        List<String> all = new ArrayList<>();
        days.find(parts(organisation, day))
                .forEach(part -> all.addAll(part.getList(CONVERSATIONS, String.class, List.of())));
        return all;
    }

    /** The last day that was looked at; empty before the first. */
    Optional<LocalDate> sweptUntil(Organisation organisation) {
        return Optional.ofNullable(progress.find(progressOf(organisation)).first())
                .map(found -> LocalDate.parse(found.getString(SWEPT_UNTIL)));
    }

    /** Begins after this day, unless it began before. */
    void begin(Organisation organisation, LocalDate after) {
        if (!begun.contains(organisation)) {
            progress.updateOne(progressOf(organisation),
                    new Document("$setOnInsert", new Document(SWEPT_UNTIL, after.toString())), new UpdateOptions().upsert(true));
            begun.add(organisation);
        }
    }

    /** A day was looked at; its list goes, the next begins after it. */
    void swept(Organisation organisation, LocalDate day) {
        progress.updateOne(progressOf(organisation),
                new Document("$set", new Document(SWEPT_UNTIL, day.toString())), new UpdateOptions().upsert(true));
        days.deleteMany(parts(organisation, day));
    }

    private static Document parts(Organisation organisation, LocalDate day) {
        List<String> ids = IntStream.range(0, PARTS).mapToObj(part -> key(organisation, day, part)).toList();
        return new Document("_id", new Document("$in", ids));
    }

    private static Document progressOf(Organisation organisation) {
        return new Document("_id", Key.of(organisation, "progress").value());
    }

    private static String key(Organisation organisation, LocalDate day, int part) {
        return Key.of(organisation, day + ":" + part).value();
    }
}
