package nl.klimrek.journal.chain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.klimrek.eventing.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of an entry for its hash.
 *
 * <p>Each field has a fixed place, and a field of variable length follows its length. Different entries therefore have
 * different bytes. An encoding never changes; another one has another tag: an event of a later epoch has the second tag, and
 * its epoch after its sequence. FORMAT.md in this module describes both for authors of verifiers.
 */
public final class EntryEncoding {

    private static final String ENTRY = "klimrek.journal.entry.v1\n";
    private static final String ENTRY_IN_EPOCH = "klimrek.journal.entry.v2\n";
    private static final String GENESIS = "klimrek.journal.genesis.v1\n";
    private static final int ABSENT = -1;

    private EntryEncoding() {}

    /** The hash before an organisation's first entry. It binds the chain to the organisation. */
    public static Hash genesis(Organisation organisation) {
        return Hash.of((GENESIS + organisation.value()).getBytes(StandardCharsets.UTF_8));
    }

    static Hash hash(Hash previous, long position, RecordedEvent event, Instant journalledAt, EntryContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write((event.epoch() == 0 ? ENTRY : ENTRY_IN_EPOCH).getBytes(StandardCharsets.US_ASCII));
            out.write(previous.bytes());
            out.writeLong(position);
            text(out, event.id());
            text(out, event.type());
            text(out, event.source());
            text(out, event.topic());
            text(out, event.subject());
            out.writeLong(event.sequence());
            if (event.epoch() > 0) {
                out.writeLong(event.epoch());
            }
            text(out, event.time().toString());
            text(out, event.actor());
            text(out, event.correlation());
            text(out, event.causation());
            text(out, event.person());
            text(out, journalledAt.toString());
            text(out, content.kind().name());
            out.write(content.digest().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return Hash.of(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
