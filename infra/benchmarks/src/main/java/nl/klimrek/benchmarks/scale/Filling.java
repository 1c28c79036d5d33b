package nl.klimrek.benchmarks.scale;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.benchmarks.pipeline.Writer;
import org.bson.Document;

/** Fills a collection with copies of a document that a command has written, which is faster than so many commands. */
final class Filling {

    private static final int AT_ONCE = 1_000;

    private final MongoCollection<Document> documents;
    private final String organisation;
    private final Document pattern;
    private int filled;

    Filling(Writer writer, MongoCollection<Document> documents, String organisation) {
        this.documents = documents;
        this.organisation = organisation;
        writer.save("pattern", "p0", "c0");
        this.pattern = documents.find(new Document("_id", "pattern/c0")).first();
        pattern.append("outbox", List.of());
    }

    void upTo(int size) {
        while (filled < size) {
            List<Document> batch = new ArrayList<>(AT_ONCE);
            for (int i = 0; i < AT_ONCE && filled < size; i++) {
                batch.add(new Document(pattern).append("_id", organisation + "/c" + filled++));
            }
            documents.insertMany(batch);
        }
    }
}
