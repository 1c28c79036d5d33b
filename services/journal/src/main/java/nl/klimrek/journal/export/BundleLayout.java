package nl.klimrek.journal.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.merkle.NodeHash;
import nl.klimrek.journal.merkle.Tile;

/**
 * Names of the files in a bundle, in their order: manifest, format page, keys and checkpoint; then for each page of up to 256 entries
 * their lines, their leaves and the tiles that the page fills; then the partial tiles above.
 */
public final class BundleLayout {

    public static final String MANIFEST = "klimrek-journal/manifest";
    public static final String FORMAT = "klimrek-journal/FORMAT.md";
    public static final String POLICY = "klimrek-journal/" + PolicyFile.NAME;
    public static final String CHECKPOINT = "klimrek-journal/checkpoint";

    private static final String FOLDER = "klimrek-journal/";
    private static final String MANIFEST_TAG = "klimrek.journal.bundle.v1";

    private BundleLayout() {}

    /** The text of the manifest, which is signed: digests of the two files that no entry covers. */
    public static String manifest(Organisation organisation, byte[] format, String policy) {
        return MANIFEST_TAG + "\n" + organisation.value() + "\n" + Hash.of(format) + "  " + FORMAT + "\n"
                + Hash.of(policy.getBytes(StandardCharsets.UTF_8)) + "  " + POLICY + "\n";
    }

    /** Number of pages of a journal with this many entries. */
    public static long pages(long entries) {
        return Math.max(1, (entries + Tile.WIDTH - 1) / Tile.WIDTH);
    }

    /** The lines of a page. */
    public static String lines(long page) {
        return FOLDER + "journal/" + Tile.number(page) + ".ndjson";
    }

    /** The leaves of a page of this many entries. */
    public static String leaves(long page, int width) {
        return FOLDER + "tile/entries/" + Tile.number(page) + (width == Tile.WIDTH ? "" : ".p/" + width);
    }

    /** A tile of the tree. */
    public static String tile(Tile tile) {
        return FOLDER + tile.path();
    }

    /** The data of leaves, each after its length in two bytes. */
    public static byte[] leafData(List<ChainEntry> entries) {
        ByteBuffer data = ByteBuffer.allocate(entries.size() * (Short.BYTES + NodeHash.BYTES));
        entries.forEach(
                entry -> data.putShort((short) NodeHash.BYTES).put(entry.hash().bytes()));
        return data.array();
    }
}
