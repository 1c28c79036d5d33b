package nl.klimrek.people.register;

import com.mongodb.client.MongoCollection;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.bson.Document;

/** Makes the registers of this service. */
public final class Registers {
    private final AggregateStore<RegisterPage> pages;
    private final MongoCollection<Document> stored;

    /**
     * @param pages their pages, to read
     * @param stored the same pages, to write lines in place
     */
    public Registers(AggregateStore<RegisterPage> pages, MongoCollection<Document> stored) {
        this.pages = pages;
        this.stored = stored;
    }

    /** @param kind what its lines are about */
    public Register of(String kind) {
        return new Register(pages, stored, kind);
    }
}
