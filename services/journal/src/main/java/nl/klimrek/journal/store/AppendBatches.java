package nl.klimrek.journal.store;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.journal.chain.NewEntry;

/** Cuts what arrived into parts that each fit into one document. */
final class AppendBatches {

    /** What an entry takes beside its data: fields, hashes and names. */
    private static final int ENTRY_BYTES = 2_000;

    private static final int BYTES_PER_CHAR = 3;

    private AppendBatches() {}

    static List<List<NewEntry>> of(List<NewEntry> drafts, int mostEntries, int mostBytes) {
        List<List<NewEntry>> batches = new ArrayList<>();
        List<NewEntry> batch = new ArrayList<>();
        long bytes = 0;
        for (NewEntry draft : drafts) {
            long size = size(draft);
            if (!batch.isEmpty() && (batch.size() == mostEntries || bytes + size > mostBytes)) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(draft);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private static long size(NewEntry draft) {
        String data = draft.content().data();
        return ENTRY_BYTES + (data == null ? 0L : (long) BYTES_PER_CHAR * data.length());
    }
}
