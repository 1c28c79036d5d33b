package nl.klimrek.journal.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.EntryEncoding;
import nl.klimrek.journal.chain.EventFixture;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.export.BundleLayout;
import nl.klimrek.journal.export.BundleSource;
import nl.klimrek.journal.export.BundleWriter;
import nl.klimrek.journal.export.ExportFormat;
import nl.klimrek.journal.merkle.MerkleTree;
import nl.klimrek.journal.merkle.Tile;
import nl.klimrek.journal.note.ConsistencyProof;
import nl.klimrek.journal.note.NoteKey;
import nl.klimrek.journal.note.TlogProof;
import nl.klimrek.journal.note.TrustPolicy;
import nl.klimrek.journal.proof.StepStatement;

/** A journal in memory with its signed tree, and the proofs and bundles that the service makes of such a journal. */
public final class SignedTrees implements BundleSource {

    public static final String ORIGIN = "klimrek.example/journal";

    private final CheckpointSigningKey key;
    private final NoteSigner signer;
    private final List<ChainEntry> entries = new ArrayList<>();
    private final Map<String, Tile> tiles = new HashMap<>();
    private ChainHead head;

    private SignedTrees(Organisation organisation, CheckpointSigningKey key) {
        this.head = ChainHead.empty(organisation);
        this.key = key;
        this.signer = new NoteSigner(key, ORIGIN);
    }

    /** A journal of this many entries about Anna. */
    public static SignedTrees of(int size, CheckpointSigningKey key) {
        return of(EventFixture.DEMO, size, key);
    }

    public static SignedTrees of(Organisation organisation, int size, CheckpointSigningKey key) {
        SignedTrees journal = new SignedTrees(organisation, key);
        journal.append(LongStream.rangeClosed(1, size)
                .mapToObj(sequence -> EventFixture.draft("c1", sequence))
                .toList());
        return journal;
    }

    /** Appends these entries. */
    public void append(List<NewEntry> added) {
        ChainHead.Extension extension = head.extend(added, Map.of(), EventFixture.NOW);
        entries.addAll(extension.entries());
        extension.tiles().forEach(tile -> tiles.put(tile.level() + "/" + tile.index(), tile));
        head = extension.head();
    }

    public List<ChainEntry> entries() {
        return entries;
    }

    public ChainHead head() {
        return head;
    }

    /** The key under the name of this tree. */
    public NoteKey noteKey() {
        return signer.key(head.organisation());
    }

    public TrustPolicy policy() {
        return new TrustPolicy(List.of(noteKey()));
    }

    /** The signed note of the present tree. */
    public String note() {
        return signer.sign(head).orElseThrow();
    }

    /** A note of any text, signed under the name of this tree. */
    public String note(String text) {
        return signer.sign(head.organisation(), text);
    }

    public MerkleTree tree(long size) {
        return new MerkleTree(size, (level, index) -> tile(level, index).orElseThrow());
    }

    /** The statement of the step at a position. */
    public StepStatement statement(int position) {
        Hash previous = position == 1
                ? EntryEncoding.genesis(head.organisation())
                : entries.get(position - 2).hash();
        return new StepStatement(head.organisation(), previous, entries.get(position - 1));
    }

    /** The proof of the step at a position in the present tree. */
    public TlogProof proof(int position) {
        return TlogProof.of(
                statement(position).bytes(), position - 1, tree(head.position()).inclusionProof(position - 1), note());
    }

    /** The proof that the present tree continues an earlier one. */
    public ConsistencyProof consistency(long earlier) {
        return new ConsistencyProof(earlier, tree(head.position()).consistencyProof(earlier), note());
    }

    /** The bundle of the present journal. */
    public byte[] bundle() {
        return bundle(this);
    }

    /** The same with other entries or tiles. */
    public byte[] bundle(BundleSource source) {
        byte[] format = "# The format\n".getBytes(StandardCharsets.UTF_8);
        String policy = policy().text();
        String manifest = signer.sign(head.organisation(), BundleLayout.manifest(head.organisation(), format, policy));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new BundleWriter(out)
                    .write(
                            new BundleWriter.Front(manifest, format, policy, note()),
                            head,
                            source,
                            ExportFormat.end(SignedExports.sign(head, key), key.publicKey()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public List<ChainEntry> entries(long from, long to) {
        return entries.subList((int) from - 1, (int) Math.max(from - 1, to));
    }

    @Override
    public Optional<Tile> tile(int level, long index) {
        return Optional.of(tiles.getOrDefault(level + "/" + index, head.tree().tile(level)));
    }
}
