package nl.klimrek.journal.store;

import java.util.List;
import nl.klimrek.journal.chain.Head;
import org.bson.Document;

/** A head with the entries of its last append, which may not have been written anywhere else yet. */
final class StoredHead {

    private final Head head;
    private final List<Document> pending;

    StoredHead(Head head, List<Document> pending) {
        this.head = head;
        this.pending = List.copyOf(pending);
    }

    Head head() {
        return head;
    }

    List<Document> pending() {
        return pending;
    }
}
