package nl.klimrek.journal.store;

import java.util.List;
import java.util.OptionalLong;
import nl.klimrek.journal.chain.Entry;

/**
 * Entries that follow each other on a timeline.
 *
 * @param entries oldest first; one that can not be read any more is left out
 * @param next the position behind which the timeline goes on; empty at its end
 */
public record TimelinePart(List<Entry> entries, OptionalLong next) {

    public TimelinePart {
        entries = List.copyOf(entries);
    }
}
