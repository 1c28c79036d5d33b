package nl.klimrek.journal.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.merkle.Tile;

/** Writes the files of a bundle one after the other; FORMAT.md defines their order. */
public final class BundleWriter {

    private final OutputStream out;

    /** Writes to this stream, which it does not close. */
    public BundleWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * The first files of a bundle.
     *
     * @param manifest signed note of {@link BundleLayout#manifest}
     * @param format format page
     * @param policy accepted keys
     * @param checkpoint signed note of the tree
     */
    public record Front(String manifest, byte[] format, String policy, String checkpoint) {}

    /**
     * Writes a bundle.
     *
     * @param head end of the journal
     * @param source its entries and tiles
     * @param end last line of the entries
     */
    public void write(Front front, ChainHead head, BundleSource source, byte[] end) throws IOException {
        file(BundleLayout.MANIFEST, utf8(front.manifest()));
        file(BundleLayout.FORMAT, front.format());
        file(BundleLayout.POLICY, utf8(front.policy()));
        file(BundleLayout.CHECKPOINT, utf8(front.checkpoint()));
        long pages = BundleLayout.pages(head.position());
        for (long page = 0; page < pages; page++) {
            page(page, head, source, page == pages - 1 ? end : new byte[0]);
        }
        for (int level = 1; level < head.tree().levels(); level++) {
            if (head.tree().tile(level).width() > 0) {
                tile(head.tree().tile(level));
            }
        }
        out.write(new byte[2 * TarHeader.BLOCK]);
    }

    private void page(long page, ChainHead head, BundleSource source, byte[] end) throws IOException {
        long from = page * Tile.WIDTH + 1;
        long to = Math.min(head.position(), from + Tile.WIDTH - 1);
        List<ChainEntry> entries = source.entries(from, to);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(page == 0 ? ExportFormat.begin(head.organisation()) : new byte[0]);
        entries.forEach(entry -> lines.writeBytes(ExportFormat.entry(entry)));
        lines.writeBytes(end);
        file(BundleLayout.lines(page), lines.toByteArray());
        if (to >= from) {
            file(BundleLayout.leaves(page, entries.size()), BundleLayout.leafData(entries));
            tiles(page, source);
        }
    }

    /** The tile of a page, and those above that it fills. */
    private void tiles(long page, BundleSource source) throws IOException {
        long index = page;
        Optional<Tile> next = source.tile(0, index);
        for (int level = 1; next.isPresent(); level++) {
            tile(next.get());
            boolean fills = next.get().width() == Tile.WIDTH && (index + 1) % Tile.WIDTH == 0;
            index /= Tile.WIDTH;
            next = fills ? source.tile(level, index) : Optional.empty();
        }
    }

    private void tile(Tile tile) throws IOException {
        file(BundleLayout.tile(tile), tile.bytes());
    }

    private void file(String name, byte[] content) throws IOException {
        out.write(TarHeader.of(name, content.length));
        out.write(content);
        out.write(new byte[TarHeader.padding(content.length)]);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
