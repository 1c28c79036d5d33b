package nl.klimrek.conversations.career;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.servicekit.jobs.ClockJob;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Gives a day to people who were known before there were invitations, once for a database. It goes on where it was stopped, and a
 * person who has a day keeps it, so it may read a page twice.
 */
@Component
final class KnownPeopleJob implements ClockJob {

    static final String NAME = "career-known-people";

    /** The key after the last person, whose processing records that all were read. */
    private static final String END = "\uffff";

    private static final String ID = "_id";
    private static final String RANGE = "all";
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final MongoCollection<Document> people;
    private final MongoCollection<Document> finished;
    private final CareerInvitationService invitations;
    private volatile boolean done;

    KnownPeopleJob(MongoDatabaseFactory mongo, CareerInvitationService invitations) {
        MongoDatabase database = mongo.getMongoDatabase();
        this.people = database.getCollection("people_facts");
        this.finished = database.getCollection("finished_jobs");
        this.invitations = invitations;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public List<String> ranges() {
        return List.of(RANGE);
    }

    @Override
    public boolean hasWork() {
        done = done || finished.find(new Document(ID, NAME)).first() != null;
        return !done;
    }

    @Override
    public List<String> page(String range, @Nullable String after, int limit) {
        if (END.equals(after)) {
            return List.of();
        }
        List<String> page = people.find(after == null ? new Document() : new Document(ID, new Document("$gt", after)))
                .sort(new Document(ID, 1))
                .projection(new Document(ID, 1))
                .limit(limit)
                .map(row -> row.getString(ID))
                .into(new ArrayList<>());
        return page.isEmpty() && after != null ? List.of(END) : page;
    }

    @Override
    public void process(String key) {
        if (END.equals(key)) {
            finished.replaceOne(new Document(ID, NAME), new Document(ID, NAME), new ReplaceOptions().upsert(true));
        } else {
            invitations.awaitKnown(Key.parse(key));
        }
    }
}
