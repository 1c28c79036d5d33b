package nl.klimrek.embedded;

import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/** A non-unique index in name: it is listed, holds nothing and helps no query. */
final class ListedIndex extends EmptyIndex<Long> {

    ListedIndex(String name, List<IndexKey> keys) {
        super(name, keys);
    }

    /** An empty index would be filled anew at every start, which reads and decodes the whole collection twice for nothing. */
    @Override
    public boolean isEmpty() {
        return false;
    }
}
