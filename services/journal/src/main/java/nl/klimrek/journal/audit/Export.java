package nl.klimrek.journal.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Entry;
import nl.klimrek.journal.checkpoint.Checkpoints;
import nl.klimrek.journal.store.JournalStore;
import nl.klimrek.journal.verify.ExportLines;
import org.springframework.stereotype.Component;

/**
 * Writes a chain as it is, damage included: what can not be read is left out, so that whoever verifies the export finds
 * the place. Some hundreds of entries are in memory at a time.
 */
@Component
final class Export {

    private static final int READ_AT_ONCE = 500;

    private final JournalStore journal;
    private final Checkpoints checkpoints;

    Export(JournalStore journal, Checkpoints checkpoints) {
        this.journal = journal;
        this.checkpoints = checkpoints;
    }

    /** Everything up to the head of this moment; a broken-off export lacks its last line and does not verify. */
    void write(Organisation organisation, OutputStream out) throws IOException {
        Checkpoints.End end = checkpoints.end(organisation);
        long last = end.head().position();
        out.write(ExportLines.begin(organisation));
        for (long from = 1; from <= last; from += READ_AT_ONCE) {
            long to = Math.min(last, from + READ_AT_ONCE - 1);
            Map<Long, Entry> entries = journal.entries(organisation, LongStream.rangeClosed(from, to));
            for (long position = from; position <= to; position++) {
                if (entries.containsKey(position)) {
                    out.write(ExportLines.entry(entries.get(position)));
                }
            }
        }
        out.write(ExportLines.end(end.checkpoint(), checkpoints.publicKey()));
    }
}
