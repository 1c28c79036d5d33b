package nl.klimrek.journal.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.checkpoint.CheckpointPublisher;
import nl.klimrek.journal.export.ExportFormat;
import nl.klimrek.journal.store.JournalStore;
import org.springframework.stereotype.Component;

/**
 * Writes a chain as it is, with any damage. An unreadable entry is left out, so verification of the export finds its place.
 * Some hundreds of entries are in memory at a time.
 */
@Component
final class JournalExport {

    private static final int BATCH_SIZE = 500;

    private final JournalStore journal;
    private final CheckpointPublisher checkpoints;

    JournalExport(JournalStore journal, CheckpointPublisher checkpoints) {
        this.journal = journal;
        this.checkpoints = checkpoints;
    }

    /** Writes all entries up to the current head. An incomplete export lacks its last line and does not verify. */
    void write(Organisation organisation, OutputStream out) throws IOException {
        CheckpointPublisher.ExportEnd end = checkpoints.exportEnd(organisation);
        long last = end.head().position();
        out.write(ExportFormat.begin(organisation));
        for (long from = 1; from <= last; from += BATCH_SIZE) {
            long to = Math.min(last, from + BATCH_SIZE - 1);
            Map<Long, ChainEntry> entries = journal.entries(organisation, LongStream.rangeClosed(from, to));
            for (long position = from; position <= to; position++) {
                if (entries.containsKey(position)) {
                    out.write(ExportFormat.entry(entries.get(position)));
                }
            }
        }
        out.write(ExportFormat.end(end.checkpoint(), checkpoints.publicKey()));
    }
}
