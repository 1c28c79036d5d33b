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
                .append("type", draft.step().type())
                .append("source", draft.step().source())
                .append("topic", draft.step().topic())
                .append("subject", draft.step().subject())
                .append("sequence", draft.step().sequence())
                .append("time", draft.step().time().toString())
                .append("actor", draft.step().actor())
                .append("correlation", draft.step().correlation())
                .append("person", draft.step().person())
                .append("data", draft.content().data())
                .append("digest", draft.content().digest().hex());
    }
}
