package nl.klimrek.people.imports;

import java.util.List;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.RowImport;
import nl.klimrek.servicekit.imports.job.RowReader;

/** Imports roster files. An import waits while the readers of our events are behind, see {@link ImportThrottle}. */
public final class RosterImport implements RowImport {

    private final RecordProcessor processor;
    private final ImportThrottle throttle;

    public RosterImport(RecordProcessor processor, ImportThrottle throttle) {
        this.processor = processor;
        this.throttle = throttle;
    }

    @Override
    public RowReader reader(ImportJob job, List<String> heading) {
        return new RosterRowReader(job, RosterColumns.of(heading), processor);
    }

    @Override
    public boolean ready(ImportJob job) {
        return throttle.isOpen();
    }
}
