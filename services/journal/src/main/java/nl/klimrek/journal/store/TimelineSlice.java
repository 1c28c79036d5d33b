package nl.klimrek.journal.store;

import java.util.List;
import java.util.OptionalLong;
import nl.klimrek.journal.chain.ChainEntry;

/**
 * EntryRepository that follow each other on a timeline.
 *
 * @param entries oldest first; one that can not be read any more is left out
 * @param next the position behind which the timeline goes on; empty at its end
 */
public record TimelineSlice(List<ChainEntry> entries, OptionalLong next) {

    public TimelineSlice {
        entries = List.copyOf(entries);
    }
}
