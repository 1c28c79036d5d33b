package nl.klimrek.journal.store;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.journal.chain.NewEntry;

/** Splits new entries into batches that each fit into one document. */
final class AppendBatches {

    /** Size of an entry without its data: fields, hashes and names. */
    private static final int ENTRY_BYTES = 2_000;

    private static final int BYTES_PER_CHAR = 3;

    private AppendBatches() {}

    static List<List<NewEntry>> of(List<NewEntry> entries, int maxEntries, int maxBytes) {
        List<List<NewEntry>> batches = new ArrayList<>();
        List<NewEntry> batch = new ArrayList<>();
        long bytes = 0;
        for (NewEntry entry : entries) {
            long size = size(entry);
            if (!batch.isEmpty() && (batch.size() == maxEntries || bytes + size > maxBytes)) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(entry);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private static long size(NewEntry entry) {
        String data = entry.content().data();
        return ENTRY_BYTES + (data == null ? 0L : (long) BYTES_PER_CHAR * data.length());
    }
}
