package nl.klimrek.benchmarks.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import nl.klimrek.journal.chain.NewEntry;
import org.bson.Document;

/** The same steps as documents, inserted and nothing else. */
final class PlainInserts {

    private final MongoCollection<Document> documents;

    PlainInserts(MongoDatabase database) {
        documents = database.getCollection("plain");
    }

    void insert(List<NewEntry> drafts) {
        documents.insertMany(drafts.stream().map(PlainInserts::document).toList());
    }

    private static Document document(NewEntry draft) {
        return new Document("_id", draft.identity())
                .append("type", draft.event().type())
                .append("source", draft.event().source())
                .append("topic", draft.event().topic())
                .append("subject", draft.event().subject())
                .append("sequence", draft.event().sequence())
                .append("time", draft.event().time().toString())
                .append("actor", draft.event().actor())
                .append("correlation", draft.event().correlation())
                .append("person", draft.event().person())
                .append("data", draft.content().data())
                .append("digest", draft.content().digest().hex());
    }
}
