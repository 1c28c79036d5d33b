package nl.klimrek.journal.chain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.klimrek.eventing.Organisation;

/**
 * The bytes that are hashed. Every field has a fixed place and, where its length varies, its length before it, so no two
 * different entries have the same bytes. The README of this module describes the encoding for whoever writes a verifier;
 * it never changes: another encoding would carry another tag.
 */
public final class EntryEncoding {

    private static final String ENTRY = "klimrek.journal.entry.v1\n";
    private static final String GENESIS = "klimrek.journal.genesis.v1\n";
    private static final int ABSENT = -1;

    private EntryEncoding() {}

    /** What the first entry of an organisation follows: it binds the chain to its organisation. */
    public static Hash genesis(Organisation organisation) {
        return Hash.of((GENESIS + organisation.value()).getBytes(StandardCharsets.UTF_8));
    }

    static Hash hash(Hash previous, long position, RecordedEvent step, Instant journalledAt, EntryContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(ENTRY.getBytes(StandardCharsets.US_ASCII));
            out.write(previous.bytes());
            out.writeLong(position);
            text(out, step.id());
            text(out, step.type());
            text(out, step.source());
            text(out, step.topic());
            text(out, step.subject());
            out.writeLong(step.sequence());
            text(out, step.time().toString());
            text(out, step.actor());
            text(out, step.correlation());
            text(out, step.causation());
            text(out, step.person());
            text(out, journalledAt.toString());
            text(out, content.kind().name());
            out.write(content.digest().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return Hash.of(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        if (text == null) {
            out.writeInt(ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
