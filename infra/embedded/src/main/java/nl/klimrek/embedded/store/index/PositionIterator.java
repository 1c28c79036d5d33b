package nl.klimrek.embedded.store.index;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Iterates lazily over the distinct positions in some ranges of an index. */
public final class PositionIterator implements Iterator<Long> {

    private final MVMap<byte[], Long> positions;
    private final Iterator<IndexRange> ranges;
    private final Set<Long> seen = new HashSet<>();
    private @Nullable Cursor<byte[], Long> cursor;
    private @Nullable Long next;

    public PositionIterator(MVMap<byte[], Long> positions, List<IndexRange> ranges) {
        this.positions = positions;
        this.ranges = ranges.iterator();
    }

    @Override
    public boolean hasNext() {
        while (next == null && (cursor != null && cursor.hasNext() || ranges.hasNext())) {
            if (cursor == null || !cursor.hasNext()) {
                IndexRange range = ranges.next();
                cursor = positions.cursor(range.from(), range.to(), false);
            } else {
                cursor.next();
                next = seen.add(cursor.getValue()) ? cursor.getValue() : null;
            }
        }
        return next != null;
    }

    @Override
    public Long next() {
        Long found = hasNext() ? next : null;
        if (found == null) {
            throw new NoSuchElementException("No further position");
        }
        next = null;
        return found;
    }
}
