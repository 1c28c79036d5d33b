package nl.klimrek.journal.store;

import java.util.List;
import nl.klimrek.journal.chain.ChainHead;
import org.bson.Document;

/** A head with the pending entries of its last append, which may not be stored elsewhere yet. */
final class StoredChainHead {

    private final ChainHead head;
    private final List<Document> pending;

    StoredChainHead(ChainHead head, List<Document> pending) {
        this.head = head;
        this.pending = List.copyOf(pending);
    }

    ChainHead head() {
        return head;
    }

    List<Document> pending() {
        return pending;
    }
}
