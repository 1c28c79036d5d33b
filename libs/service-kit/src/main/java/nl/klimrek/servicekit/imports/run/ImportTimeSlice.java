package nl.klimrek.servicekit.imports.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.ImportSettings;
import nl.klimrek.servicekit.imports.job.ImportStatus;
import nl.klimrek.servicekit.imports.job.RowImport;
import nl.klimrek.servicekit.imports.job.RowReader;
import nl.klimrek.servicekit.imports.job.RowResult;
import nl.klimrek.servicekit.imports.store.ImportFileStore;
import nl.klimrek.servicekit.imports.store.ImportJobRepository;
import nl.klimrek.servicekit.imports.store.ImportNoteStore;
import nl.klimrek.servicekit.imports.store.RowResultStore;
import nl.klimrek.servicekit.tabular.Table;
import nl.klimrek.servicekit.tabular.TableOpener;
import nl.klimrek.servicekit.tabular.TableRow;
import nl.klimrek.servicekit.tabular.file.FileContent;
import org.jspecify.annotations.Nullable;

/**
 * One turn of an import: some seconds of rows.
 *
 * <p>Guarantees: results are stored page by page, and then the import notes how far it is. After a stop in between, the
 * rows of one page are processed again, which changes nothing. Of two instances that work on the same page, one counts it;
 * the other stops.
 */
public final class ImportTimeSlice {

    /** How a turn ended. */
    enum State {
        FINISHED,
        MORE,
        READERS_BEHIND
    }

    private static final int ROWS_PER_PAGE = 200;
    private static final long TURN_NANOS = Duration.ofSeconds(2).toNanos();

    private final ImportJobRepository jobs;
    private final ImportFileStore files;
    private final RowResultStore results;
    private final ImportNoteStore notes;
    private final RowImport rows;
    private final RowExecutor executor;
    private final ImportSettings settings;
    private final Clock clock;
    private final Map<String, ImportCursor> openCursors = new ConcurrentHashMap<>();
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
        this.executor = new RowExecutor(settings.lanes(), settings.workers());
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs one turn. @param renewLease renews the lease; false when another instance has it */
    State run(Organisation organisation, String id, BooleanSupplier renewLease) {
        ImportJob job = jobs.find(organisation, id).map(Versioned::state).orElse(null);
        if (job == null || job.finished()) {
            return finished(job);
        }
        try {
            return proceed(job.status() == ImportStatus.QUEUED ? examine(job) : job, renewLease);
        } catch (RefusedException refused) {
            close(job);
            jobs.change(job, known -> known.refused(refused.refusal(), clock.instant()));
            return finished(jobs.find(organisation, id).map(Versioned::state).orElse(null));
        }
    }

    private State proceed(ImportJob job, BooleanSupplier renewLease) {
        ImportJob now = job;
        ImportCursor cursor = open(now);
        boolean keepOpen = false;
        try {
            for (long end = System.nanoTime() + TURN_NANOS; System.nanoTime() < end && !stopping; ) {
                if (!now.request().dryRun() && !rows.ready(now)) {
                    keepOpen = true;
                    return State.READERS_BEHIND;
                }
                List<TableRow> page = cursor.next(ROWS_PER_PAGE);
                if (page.isEmpty()) {
                    rows.finished(now);
                    return finished(jobs.change(now, this::done));
                }
                Optional<ImportJob> next = process(now, cursor, page, renewLease);
                if (next.isEmpty()) {
                    return State.MORE;
                }
                now = next.get();
            }
            keepOpen = !stopping;
            return State.MORE;
        } finally {
            if (keepOpen) {
                openCursors.put(job.id(), cursor);
            } else {
                cursor.close();
            }
        }
    }

    /** Processes a page; empty when another instance has taken over. */
    private Optional<ImportJob> process(
            ImportJob job, ImportCursor cursor, List<TableRow> page, BooleanSupplier renewLease) {
        List<RowResult> done =
                executor.results(cursor.reader(), page, job.request().dryRun());
        if (!renewLease.getAsBoolean()) {
            return Optional.empty();
        }
        results.store(job, done);
        long upTo = page.get(page.size() - 1).number();
        ImportJob after = jobs.change(job, known -> known.withResults(job.cursor(), done, upTo));
        return Optional.of(after).filter(known -> known.cursor() == upTo && known.pages() == job.pages() + 1);
    }

    private ImportJob done(ImportJob job) {
        Instant now = clock.instant();
        return job.request().dryRun()
                ? job.done(now, now.plus(settings.keepDryRuns()), now.plus(settings.keepFiles()))
                : job.done(now, now.plus(settings.keepResults()), null);
    }

    private ImportJob examine(ImportJob job) {
        try (Table table = table(job)) {
            RowReader reader = rows.reader(job, table.heading());
            long found = FilePrecheck.rows(table, reader);
            return jobs.change(
                    job,
                    known -> known.examined(
                            table.format(),
                            table.encoding().name(),
                            table.encoding().basis().name(),
                            found));
        }
    }

    private ImportCursor open(ImportJob job) {
        ImportCursor there = openCursors.remove(job.id());
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
        FileContent content = files.content(job.owner(), Objects.requireNonNull(job.file()));
        return TableOpener.open(content, job.request().encoding(), job.request().columns());
    }

    private State finished(@Nullable ImportJob job) {
        if (job != null && job.file() != null && job.file().kept() && job.fileUntil() == null) {
            files.delete(job.owner(), job.file());
            notes.delete(job);
            jobs.change(job, ImportJob::withoutFile);
        }
        return State.FINISHED;
    }

    private void close(ImportJob job) {
        ImportCursor open = openCursors.remove(job.id());
        if (open != null) {
            open.close();
        }
    }

    /** Ends turns after their current page. */
    void stop() {
        stopping = true;
    }

    void closeAll() {
        openCursors.values().forEach(ImportCursor::close);
        openCursors.clear();
        executor.close();
    }
}
