package nl.klimrek.journal.checkpoint;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.EventFixture;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.export.ExportFormat;

/** Exports for tests, made in memory from drafts. */
public final class SignedExports {

    private SignedExports() {}

    /** The chain these drafts make. */
    public static ChainHead.Extension chain(List<NewEntry> drafts) {
        return ChainHead.empty(EventFixture.DEMO).extend(drafts, Map.of(), EventFixture.NOW);
    }

    /** The export of a chain, signed with this key. */
    public static byte[] of(ChainHead.Extension chain, CheckpointSigningKey key) {
        return of(chain.entries(), sign(chain.head(), key), key.publicKey());
    }

    /** An export of these entries, ended by this checkpoint. */
    public static byte[] of(List<ChainEntry> entries, Checkpoint end, String publicKey) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ExportFormat.begin(EventFixture.DEMO));
        entries.forEach(entry -> out.writeBytes(ExportFormat.entry(entry)));
        out.writeBytes(ExportFormat.end(end, publicKey));
        return out.toByteArray();
    }

    /** A checkpoint of this head. */
    public static Checkpoint sign(ChainHead head, CheckpointSigningKey key) {
        return new Checkpoint(
                head.position(),
                head.hash().hex(),
                CheckpointSignatures.ALGORITHM,
                key.id(),
                key.sign(head.organisation(), head.position(), head.hash()),
                EventFixture.NOW);
    }
}
