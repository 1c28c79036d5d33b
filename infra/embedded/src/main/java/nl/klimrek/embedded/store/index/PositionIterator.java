package nl.klimrek.embedded.store.index;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** The positions in some stretches of an index, each once, read as far as they are asked for. */
public final class PositionIterator implements Iterator<Long> {

    private final MVMap<byte[], Long> positions;
    private final Iterator<IndexRange> stretches;
    private final Set<Long> seen = new HashSet<>();
    private Cursor<byte[], Long> cursor;
    private Long next;

    public PositionIterator(MVMap<byte[], Long> positions, List<IndexRange> stretches) {
        this.positions = positions;
        this.stretches = stretches.iterator();
    }

    @Override
    public boolean hasNext() {
        while (next == null && (cursor != null && cursor.hasNext() || stretches.hasNext())) {
            if (cursor == null || !cursor.hasNext()) {
                IndexRange stretch = stretches.next();
                cursor = positions.cursor(stretch.from(), stretch.to(), false);
            } else {
                cursor.next();
                next = seen.add(cursor.getValue()) ? cursor.getValue() : null;
            }
        }
        return next != null;
    }

    @Override
    public Long next() {
        if (!hasNext()) {
            throw new NoSuchElementException("No further position");
        }
        Long found = next;
        next = null;
        return found;
    }
}
