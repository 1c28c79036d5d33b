package nl.klimrek.eventing.aggregate;

import java.time.Instant;
import java.util.List;
import org.bson.Document;

/** Passes each call on. */
abstract class DocumentStoreDecorator implements DocumentStore {

    private final DocumentStore documents;

    DocumentStoreDecorator(DocumentStore documents) {
        this.documents = documents;
    }

    @Override
    public String name() {
        return documents.name();
    }

    @Override
    public Document find(String id) {
        return documents.find(id);
    }

    @Override
    public List<Document> findAll(List<String> ids) {
        return documents.findAll(ids);
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return documents.due(now, limit);
    }

    @Override
    public List<String> due(Instant now, Integer part, String after, int limit) {
        return documents.due(now, part, after, limit);
    }

    @Override
    public boolean insert(Document document) {
        return documents.insert(document);
    }

    @Override
    public Document update(Document before, Document set, List<Document> entries) {
        return documents.update(before, set, entries);
    }
}
