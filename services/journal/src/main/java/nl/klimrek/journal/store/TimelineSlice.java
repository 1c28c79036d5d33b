package nl.klimrek.journal.store;

import java.util.List;
import java.util.OptionalLong;
import nl.klimrek.journal.chain.ChainEntry;

/**
 * Consecutive entries of a timeline.
 *
 * @param entries readable entries, oldest first
 * @param next position after which the timeline continues; empty at its end
 */
public record TimelineSlice(List<ChainEntry> entries, OptionalLong next) {

    public TimelineSlice {
        entries = List.copyOf(entries);
    }
}
