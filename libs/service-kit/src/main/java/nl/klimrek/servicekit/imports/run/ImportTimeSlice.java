package nl.klimrek.servicekit.imports.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.ImportJob.Status;
import nl.klimrek.servicekit.imports.job.ImportSettings;
import nl.klimrek.servicekit.imports.job.RowImport;
import nl.klimrek.servicekit.imports.job.RowReader;
import nl.klimrek.servicekit.imports.job.RowResult;
import nl.klimrek.servicekit.imports.store.ImportFileStore;
import nl.klimrek.servicekit.imports.store.ImportJobRepository;
import nl.klimrek.servicekit.imports.store.ImportNoteStore;
import nl.klimrek.servicekit.imports.store.RowResultStore;
import nl.klimrek.servicekit.tabular.FileContent;
import nl.klimrek.servicekit.tabular.Table;
import nl.klimrek.servicekit.tabular.TableOpener;
import nl.klimrek.servicekit.tabular.TableRow;

/**
 * One turn of an import: some seconds of rows. Results are stored page by page, and after each page the import knows that
 * it is that far; after a stop in between, the rows of that page are taken again, which changes nothing.
 */
public final class ImportTimeSlice {

    /** How a turn ended. */
    enum State {
        FINISHED,
        MORE,
        READERS_BEHIND
    }

    private static final int PAGE = 200;
    private static final long TURN_NANOS = Duration.ofSeconds(2).toNanos();

    private final ImportJobRepository jobs;
    private final ImportFileStore files;
    private final RowResultStore results;
    private final ImportNoteStore notes;
    private final RowImport rows;
    private final RowExecutor lanes;
    private final ImportSettings settings;
    private final Clock clock;
    private final Map<String, ImportCursor> opened = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    public ImportTimeSlice(
            ImportJobRepository jobs,
            ImportFileStore files,
            RowResultStore results,
            ImportNoteStore notes,
            RowImport rows,
            ImportSettings settings,
            Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.results = results;
        this.notes = notes;
        this.rows = rows;
        this.lanes = new RowExecutor(settings.lanes(), settings.workers());
        this.settings = settings;
        this.clock = clock;
    }

    /** @param ours keeps the lease; false when somebody else has it */
    State take(Organisation organisation, String id, BooleanSupplier ours) {
        ImportJob job = jobs.find(organisation, id).map(Versioned::state).orElse(null);
        if (job == null || job.finished()) {
            return finished(job);
        }
        try {
            return proceed(job.status() == Status.QUEUED ? look(job) : job, ours);
        } catch (RefusedException refused) {
            close(job);
            jobs.change(job, known -> known.refused(refused.refusal(), clock.instant()));
            return finished(jobs.find(organisation, id).map(Versioned::state).orElse(null));
        }
    }

    private State proceed(ImportJob job, BooleanSupplier ours) {
        ImportJob now = job;
        ImportCursor open = open(now);
        boolean keep = false;
        try {
            for (long end = System.nanoTime() + TURN_NANOS; System.nanoTime() < end && !stopping; ) {
                if (!now.request().dryRun() && !rows.ready(now)) {
                    keep = true;
                    return State.READERS_BEHIND;
                }
                List<TableRow> page = open.next(PAGE);
                if (page.isEmpty()) {
                    rows.finished(now);
                    return finished(jobs.change(now, this::done));
                }
                List<RowResult> done =
                        lanes.results(open.reader(), page, now.request().dryRun());
                if (!ours.getAsBoolean()) {
                    return State.MORE;
                }
                results.store(now, done);
                long upTo = page.get(page.size() - 1).number();
                now = jobs.change(now, known -> known.with(done, upTo));
            }
            keep = !stopping;
            return State.MORE;
        } finally {
            if (keep) {
                opened.put(job.id(), open);
            } else {
                open.close();
            }
        }
    }

    private ImportJob done(ImportJob job) {
        Instant now = clock.instant();
        return job.request().dryRun()
                ? job.done(now, now.plus(settings.keepDryRuns()), now.plus(settings.keepFiles()))
                : job.done(now, now.plus(settings.keepResults()), null);
    }

    private ImportJob look(ImportJob job) {
        try (Table table = table(job)) {
            RowReader reader = rows.reader(job, table.heading());
            long found = FilePrecheck.rows(table, reader);
            return jobs.change(
                    job,
                    known -> known.looked(
                            table.format(),
                            table.encoding().name(),
                            table.encoding().basis().name(),
                            found));
        }
    }

    private ImportCursor open(ImportJob job) {
        ImportCursor there = opened.remove(job.id());
        if (there != null && there.isAt(job.cursor())) {
            return there;
        }
        if (there != null) {
            there.close();
        }
        Table table = table(job);
        try {
            return ImportCursor.at(job, table, rows.reader(job, table.heading()));
        } catch (RuntimeException failed) {
            table.close();
            throw failed;
        }
    }

    private Table table(ImportJob job) {
        FileContent content = files.content(job.owner(), job.file());
        return TableOpener.open(content, job.request().encoding(), job.request().columns());
    }

    private State finished(ImportJob job) {
        if (job != null && job.file() != null && job.file().name() != null && job.fileUntil() == null) {
            files.delete(job.owner(), job.file());
            notes.delete(job);
            jobs.change(job, ImportJob::withoutFile);
        }
        return State.FINISHED;
    }

    private void close(ImportJob job) {
        ImportCursor open = opened.remove(job.id());
        if (open != null) {
            open.close();
        }
    }

    /** Ends turns after the page they are at. */
    void stop() {
        stopping = true;
    }

    void closeAll() {
        opened.values().forEach(ImportCursor::close);
        opened.clear();
        lanes.close();
    }
}
