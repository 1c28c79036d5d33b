package nl.klimrek.journal.export;

import java.util.List;
import java.util.Optional;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.merkle.Tile;

/** Gives the content of a bundle page by page. What is damaged is left out, so that verification finds its place. */
public interface BundleSource {

    /** The readable entries from one position up to another, in order. */
    List<ChainEntry> entries(long from, long to);

    /** The tile of this level and number with the hashes that it has; empty when it is missing. */
    Optional<Tile> tile(int level, long index);
}
