package nl.klimrek.journal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.export.BundleLayout;
import nl.klimrek.journal.export.BundleReader;
import nl.klimrek.journal.export.BundleReader.BrokenBundleException;
import nl.klimrek.journal.export.ExportLineReader;
import nl.klimrek.journal.merkle.Tile;
import nl.klimrek.journal.merkle.TreeEdge;
import nl.klimrek.journal.note.SignedNote;
import nl.klimrek.journal.note.TreeCheckpoint;
import nl.klimrek.journal.note.TrustPolicy;
import nl.klimrek.journal.note.TrustPolicy.Accepted;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a bundle from its first byte to its last, and computes its tree again. Memory does not grow with it: a page of 256 entries'
 * hashes, one line and one tile are held at a time.
 */
final class BundleVerifier {

    private static final int MAX_PAGE = 1_000_000;

    private final BundleReader bundle;
    private TreeEdge tree = TreeEdge.EMPTY;

    /** @param in the bundle */
    BundleVerifier(InputStream in) {
        bundle = new BundleReader(in);
    }

    /**
     * The result of verifying a bundle.
     *
     * @param journal the result for its entries
     * @param signed the signed checkpoint of its tree
     */
    record BundleResult(VerificationResult journal, Accepted signed) {}

    /**
     * Reads the bundle to its end or to the first fault of its entries.
     *
     * @param trusted the accepted keys; empty for those in the bundle itself
     * @param earlier signed notes of earlier trees, which this one must continue
     * @throws BrokenBundleException at the first file that is not as it should be
     */
    BundleResult verify(Optional<TrustPolicy> trusted, List<String> earlier) throws IOException {
        String manifest = text(BundleLayout.MANIFEST);
        byte[] format = bundle.read(BundleLayout.FORMAT, MAX_PAGE);
        String policyText = text(BundleLayout.POLICY);
        String checkpoint = text(BundleLayout.CHECKPOINT);
        TrustPolicy policy = trusted.isPresent() ? trusted.get() : policy(policyText);
        Accepted signed = policy.accept(checkpoint)
                .orElseThrow(() ->
                        new BrokenBundleException(BundleLayout.CHECKPOINT, "none of the accepted keys signed it"));
        manifest(manifest, format, policyText, policy, signed.tree());
        List<String> notes = new ArrayList<>(earlier);
        notes.add(checkpoint);
        ExportVerifier lines = new ExportVerifier(keyIds(policy), Map.of(), new TreeNotes(notes, policy.logs()));
        long pages = BundleLayout.pages(signed.tree().size());
        for (long page = 0; page < pages; page++) {
            if (!page(page, page == pages - 1, signed.tree().size(), lines)) {
                return new BundleResult(lines.finish(), signed);
            }
        }
        for (int level = 1; level < tree.levels(); level++) {
            if (tree.tile(level).width() > 0) {
                tile(tree.tile(level));
            }
        }
        bundle.end();
        return new BundleResult(lines.finish(), signed);
    }

    /** Verifies a page of entries with their leaves and tiles; false when the lines have a fault. */
    private boolean page(long page, boolean isLast, long size, ExportVerifier lines) throws IOException {
        int width = (int) Math.min(Tile.WIDTH, size - page * Tile.WIDTH);
        List<ChainEntry> entries = entries(page, width, isLast, lines);
        if (entries == null) {
            return false;
        }
        if (width == 0) {
            return true;
        }
        same(BundleLayout.leaves(page, width), BundleLayout.leafData(entries));
        TreeEdge.Growth growth =
                tree.append(entries.stream().map(ChainEntry::leaf).toList());
        tree = growth.edge();
        for (Tile full : growth.completed()) {
            tile(full);
        }
        if (width < Tile.WIDTH) {
            tile(tree.tile(0));
        }
        return true;
    }

    /** The entries of a page; null when a line has a fault. */
    private @Nullable List<ChainEntry> entries(long page, int width, boolean isLast, ExportVerifier lines)
            throws IOException {
        String name = BundleLayout.lines(page);
        ExportLineReader reader = new ExportLineReader(bundle.next(name));
        List<ChainEntry> entries = new ArrayList<>();
        int others = 0;
        Optional<byte[]> line = reader.next();
        while (line.isPresent()) {
            if (!lines.accept(line.get())) {
                return null;
            }
            Optional<ChainEntry> entry = lines.lastEntry();
            entry.ifPresent(entries::add);
            others += entry.isPresent() ? 0 : 1;
            if (entries.size() > width) {
                throw new BrokenBundleException(name, "it has more entries than the signed journal");
            }
            line = reader.next();
        }
        if (entries.size() < width || others != (page == 0 ? 1 : 0) + (isLast ? 1 : 0)) {
            throw new BrokenBundleException(name, "it has other lines than it should have");
        }
        return entries;
    }

    private void tile(Tile computed) throws IOException {
        same(BundleLayout.tile(computed), computed.bytes());
    }

    private void same(String name, byte[] computed) throws IOException {
        if (!Arrays.equals(bundle.read(name, computed.length), computed)) {
            throw new BrokenBundleException(name, "it differs from the entries of the journal");
        }
    }

    private static void manifest(
            String manifest, byte[] format, String policyText, TrustPolicy policy, TreeCheckpoint tree)
            throws IOException {
        Organisation organisation = organisation(tree);
        boolean ours = SignedNote.parse(manifest)
                .filter(note -> note.text().equals(BundleLayout.manifest(organisation, format, policyText)))
                .filter(note -> policy.logs().stream()
                        .anyMatch(key -> key.name().equals(tree.origin()) && note.isSignedBy(key)))
                .filter(note -> note.signatures().size() == 1)
                .isPresent();
        if (!ours) {
            throw new BrokenBundleException(
                    BundleLayout.MANIFEST, "it is not the signed digest of the format page and the keys");
        }
    }

    private static Organisation organisation(TreeCheckpoint tree) throws IOException {
        try {
            return new Organisation(tree.origin().substring(tree.origin().lastIndexOf('/') + 1));
        } catch (IllegalArgumentException none) {
            throw new BrokenBundleException(BundleLayout.CHECKPOINT, "it names no organisation");
        }
    }

    private static TrustPolicy policy(String text) throws IOException {
        try {
            return TrustPolicy.parse(text);
        } catch (IllegalArgumentException noPolicy) {
            throw new BrokenBundleException(BundleLayout.POLICY, String.valueOf(noPolicy.getMessage()));
        }
    }

    /** Ids under which these keys sign the chain. */
    private static Set<String> keyIds(TrustPolicy policy) {
        return policy.logs().stream()
                .map(key -> Hash.of(Base64.getDecoder().decode(key.encoded())).hex())
                .collect(Collectors.toSet());
    }

    private String text(String name) throws IOException {
        return new String(bundle.read(name, MAX_PAGE), StandardCharsets.UTF_8);
    }
}
