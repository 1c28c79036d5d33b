package nl.klimrek.popforms.catalogue;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;

/**
 * The entries of a catalogue, a document each. An entry that was removed stays as a mark of the command that removed it, so that the
 * command can be repeated after a crash.
 *
 * @param <T> an entry
 */
public final class CatalogueRepository<T> {

    private static final String ID = "_id";
    private static final String REMOVED_BY = "removedBy";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> documents;
    private final EntryCodec<T> codec;

    public CatalogueRepository(MongoCollection<Document> documents, EntryCodec<T> codec) {
        this.documents = documents;
        this.codec = codec;
    }

    /** How an entry is stored. */
    public interface EntryCodec<T> {

        /** Fields of the entry's document, without its id. */
        Document document(T entry);

        T entry(String code, Document stored);
    }

    /** An entry by its code, unless it was removed. */
    public Optional<T> find(Organisation organisation, String code) {
        return Optional.ofNullable(documents.find(byId(organisation, code)).first())
                .filter(stored -> !stored.containsKey(REMOVED_BY))
                .map(stored -> codec.entry(code, stored));
    }

    /** All entries of an organisation, by code. */
    public List<T> all(Organisation organisation) {
        List<T> all = new ArrayList<>();
        String first = organisation.value() + "/";
        documents
                .find(new Document(ID, new Document("$gte", first).append("$lt", organisation.value() + "0"))
                        .append(REMOVED_BY, null))
                .sort(new Document(ID, 1))
                .forEach(stored -> all.add(codec.entry(stored.getString(ID).substring(first.length()), stored)));
        return all;
    }

    /** Stores an entry in place of the one with its code. */
    public void put(Organisation organisation, String code, T entry) {
        Document id = byId(organisation, code);
        documents.replaceOne(id, codec.document(entry).append(ID, id.getString(ID)), UPSERT);
    }

    /** Removes an entry; true if this command removed it now or before. */
    public boolean remove(Organisation organisation, String code, String command) {
        Document id = byId(organisation, code);
        Document stored = documents.find(id).first();
        if (stored == null || stored.containsKey(REMOVED_BY)) {
            return stored != null && command.equals(stored.getString(REMOVED_BY));
        }
        return documents
                        .replaceOne(
                                byId(organisation, code).append(REMOVED_BY, null),
                                new Document(REMOVED_BY, command).append(ID, id.getString(ID)))
                        .getMatchedCount()
                > 0;
    }

    private static Document byId(Organisation organisation, String code) {
        return new Document(ID, Key.of(organisation, code).value());
    }
}
