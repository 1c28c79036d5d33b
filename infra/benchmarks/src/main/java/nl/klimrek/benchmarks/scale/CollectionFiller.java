package nl.klimrek.benchmarks.scale;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.benchmarks.pipeline.PreparationWriter;
import org.bson.Document;

/** Fills a collection with copies of a document that a command wrote, which is faster than as many commands. */
final class CollectionFiller {

    private static final int BATCH_SIZE = 1_000;

    private final MongoCollection<Document> documents;
    private final String organisation;
    private final Document pattern;
    private int filled;

    CollectionFiller(PreparationWriter writer, MongoCollection<Document> documents, String organisation) {
        this.documents = documents;
        this.organisation = organisation;
        writer.save("pattern", "p0", "c0");
        this.pattern = documents.find(new Document("_id", "pattern/c0")).first();
        pattern.append("outbox", List.of());
    }

    void upTo(int size) {
        while (filled < size) {
            List<Document> batch = new ArrayList<>(BATCH_SIZE);
            for (int i = 0; i < BATCH_SIZE && filled < size; i++) {
                batch.add(new Document(pattern).append("_id", organisation + "/c" + filled++));
            }
            documents.insertMany(batch);
        }
    }
}
