package nl.klimrek.people.readmodel;

import com.mongodb.client.MongoCollection;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.bson.Document;

/** Makes the registers of this service. */
public final class ShardedIndexFactory {
    private final AggregateStore<IndexShard> pages;
    private final MongoCollection<Document> stored;

    /**
     * @param pages their pages, to read
     * @param stored the same pages, to write lines in place
     */
    public ShardedIndexFactory(AggregateStore<IndexShard> pages, MongoCollection<Document> stored) {
        this.pages = pages;
        this.stored = stored;
    }

    /** @param kind what its lines are about */
    public ShardedIndex of(String kind) {
        return new ShardedIndex(pages, stored, kind);
    }
}
