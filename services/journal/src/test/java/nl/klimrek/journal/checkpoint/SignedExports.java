package nl.klimrek.journal.checkpoint;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import nl.klimrek.journal.chain.Draft;
import nl.klimrek.journal.chain.Entry;
import nl.klimrek.journal.chain.Head;
import nl.klimrek.journal.chain.Steps;
import nl.klimrek.journal.verify.ExportLines;

/** Exports for tests, made in memory from drafts. */
public final class SignedExports {

    private SignedExports() {}

    /** The chain these drafts make. */
    public static Head.Extension chain(List<Draft> drafts) {
        return Head.empty(Steps.DEMO).extend(drafts, Map.of(), Steps.NOW);
    }

    /** The export of a chain, signed with this key. */
    public static byte[] of(Head.Extension chain, SigningKey key) {
        return of(chain.entries(), sign(chain.head(), key), key.publicKey());
    }

    /** An export of these entries, ended by this checkpoint. */
    public static byte[] of(List<Entry> entries, Checkpoint end, String publicKey) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ExportLines.begin(Steps.DEMO));
        entries.forEach(entry -> out.writeBytes(ExportLines.entry(entry)));
        out.writeBytes(ExportLines.end(end, publicKey));
        return out.toByteArray();
    }

    /** A checkpoint of this head. */
    public static Checkpoint sign(Head head, SigningKey key) {
        return new Checkpoint(
                head.position(),
                head.hash().hex(),
                Signatures.ALGORITHM,
                key.id(),
                key.sign(head.organisation(), head.position(), head.hash()),
                Steps.NOW);
    }
}
