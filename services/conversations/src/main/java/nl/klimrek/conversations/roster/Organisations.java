package nl.klimrek.conversations.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/** The organisations this service has something of, so that the clock and a restart can do each one's work. */
@Component
public class Organisations {

    private static final String NAME = "organisation";

    private final MongoCollection<Document> known;
    private final Set<Organisation> remembered = ConcurrentHashMap.newKeySet();

    Organisations(MongoDatabaseFactory mongo) {
        this.known = mongo.getMongoDatabase().getCollection("organisations");
    }

    /** Remembers an organisation. */
    public void remember(Organisation organisation) {
        if (!remembered.contains(organisation)) {
            known.updateOne(new Document("_id", Key.of(organisation, NAME).value()),
                    new Document("$setOnInsert", new Document("known", true)), new UpdateOptions().upsert(true));
            remembered.add(organisation);
        }
    }

    /** Every organisation remembered; a few documents in all. */
    public List<Organisation> all() {
        return known.find().map(document -> Key.parse(document.getString("_id")).organisation()).into(new ArrayList<>());
    }
}
