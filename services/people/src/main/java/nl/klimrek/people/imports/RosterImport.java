package nl.klimrek.people.imports;

import java.util.List;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.RowImport;
import nl.klimrek.servicekit.imports.job.RowReader;

/** Imports of roster files. They wait while the readers of our events are behind, so that nobody waits for a large file. */
public final class RosterImport implements RowImport {

    private final RecordProcessor processor;
    private final ReaderLag lag;

    public RosterImport(RecordProcessor processor, ReaderLag lag) {
        this.processor = processor;
        this.lag = lag;
    }

    @Override
    public RowReader reader(ImportJob job, List<String> heading) {
        return new RosterReader(job, RosterColumns.of(heading), processor);
    }

    @Override
    public boolean ready(ImportJob job) {
        return lag.isSmall();
    }
}
