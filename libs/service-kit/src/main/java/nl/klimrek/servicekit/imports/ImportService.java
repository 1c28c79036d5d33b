package nl.klimrek.servicekit.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.marker.CommandKeyReusedException;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.ImportRequest;
import nl.klimrek.servicekit.imports.job.ImportStatus;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowResult;
import nl.klimrek.servicekit.imports.job.StoredFile;
import nl.klimrek.servicekit.imports.run.ImportRunner;
import nl.klimrek.servicekit.imports.store.ImportFileStore;
import nl.klimrek.servicekit.imports.store.ImportJobRepository;
import nl.klimrek.servicekit.imports.store.ImportNoteStore;
import nl.klimrek.servicekit.imports.store.RowResultStore;
import nl.klimrek.servicekit.tabular.file.FileContent;

/**
 * Receives files and reports the progress of their imports. A repeated request finds the import of the first one, also
 * while it runs. Other content under the same key is refused.
 */
public final class ImportService {

    /** A file that has not come in whole by then is given up. */
    private static final Duration RECEIVE_TIMEOUT = Duration.ofHours(1);

    private static final long POLL_NANOS = 25_000_000;

    private final ImportJobRepository jobs;
    private final ImportFileStore files;
    private final RowResultStore results;
    private final ImportNoteStore notes;
    private final ImportRunner runner;
    private final Duration keepFiles;
    private final Clock clock;

    ImportService(
            ImportJobRepository jobs,
            ImportFileStore files,
            RowResultStore results,
            ImportNoteStore notes,
            ImportRunner runner,
            Duration keepFiles,
            Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.results = results;
        this.notes = notes;
        this.runner = runner;
        this.keepFiles = keepFiles;
        this.clock = clock;
    }

    /** Looks up what an import needs to know, with the rights of the user who sends the file. */
    @FunctionalInterface
    public interface Preparation {
        Map<String, String> notes(FileContent file);
    }

    /**
     * Stores the file and adds its import to the queue of the organisation.
     *
     * @param id follows from the command key
     * @param preparation its notes are kept until the import is done; its refusal is the answer
     * @throws CommandKeyReusedException when the key was used for another file or request
     */
    public ImportJob receive(
            Organisation organisation, String id, ImportRequest request, InputStream content, Preparation preparation)
            throws IOException {
        ImportJob begun = jobs.begin(ImportJob.receiving(
                organisation, id, request, clock.instant(), clock.instant().plus(RECEIVE_TIMEOUT)));
        if (!begun.request().asksSameAs(request)) {
            throw new CommandKeyReusedException();
        }
        if (begun.status() != ImportStatus.RECEIVING) {
            return repeated(begun, files.digest(content), preparation);
        }
        StoredFile stored = files.store(organisation, id + ":" + UUID.randomUUID(), content);
        ImportJob job =
                jobs.change(begun, known -> known.status() == ImportStatus.RECEIVING ? known.received(stored) : known);
        if (!stored.equals(job.file())) {
            files.delete(organisation, stored);
            return repeated(job, stored.digest(), preparation);
        }
        return enqueued(job, preparation);
    }

    /**
     * Applies a dry run: imports its file, read in the same encoding and with the same column names. It works once, while
     * the file is kept. A repeated request finds the import of the first one.
     *
     * @param dryRun id of the dry run
     * @param id follows from the command key
     * @throws RefusedException {@code import-unknown}, {@code import-no-dry-run}, {@code import-not-finished},
     *     {@code import-applied-already}, or {@code import-file-deleted}
     */
    public ImportJob apply(Organisation organisation, String dryRun, String id, MessageContext cause) {
        ImportJob dryRunJob = jobs.find(organisation, dryRun)
                .map(Versioned::state)
                .orElseThrow(() -> new RefusedException(Refusal.of("import-unknown")));
        ImportJob claimed = jobs.change(dryRunJob, known -> claim(known, id));
        Optional<ImportJob> there = jobs.find(organisation, id).map(Versioned::state);
        if (claimed.fileUntil() == null) {
            return there.orElseThrow(() -> new RefusedException(Refusal.of("import-file-deleted")));
        }
        ImportJob begun = jobs.begin(claimed.applied(id, cause, clock.instant()));
        ImportJob job = enqueued(begun, file -> notes.of(claimed));
        notes.delete(claimed);
        jobs.change(claimed, ImportJob::withoutFile);
        return job;
    }

    private ImportJob claim(ImportJob known, String id) {
        if (id.equals(known.appliedAs())) {
            return known;
        }
        String fault = !known.request().dryRun()
                ? "import-no-dry-run"
                : !known.finished()
                        ? "import-not-finished"
                        : known.appliedAs() != null ? "import-applied-already" : "import-file-deleted";
        if (!known.applicable(clock.instant())) {
            throw new RefusedException(Refusal.of(fault));
        }
        return known.claimedBy(id, clock.instant().plus(keepFiles));
    }

    private ImportJob enqueued(ImportJob job, Preparation preparation) {
        if (!jobs.queue(job.owner()).knows(job.id())) {
            notes.store(job, preparation.notes(files.content(job.owner(), Objects.requireNonNull(job.file()))));
        }
        jobs.enqueue(job.owner(), job.id());
        runner.wake();
        return job;
    }

    private ImportJob repeated(ImportJob job, String digest, Preparation preparation) {
        if (job.file() == null || !job.file().digest().equals(digest)) {
            throw new CommandKeyReusedException();
        }
        return job.finished() ? job : enqueued(job, preparation);
    }

    /** Waits until the import is finished, at most this long, and returns it. */
    public ImportJob await(ImportJob job, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        ImportJob now = job;
        while (!now.finished()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(POLL_NANOS);
            now = jobs.find(job.owner(), job.id()).map(Versioned::state).orElse(now);
        }
        return now;
    }

    public Optional<Versioned<ImportJob>> find(Organisation organisation, String id) {
        return jobs.find(organisation, id);
    }

    /** The newest imports of an organisation, newest first. */
    public List<ImportJob> recent(Organisation organisation) {
        return jobs.findAll(organisation, jobs.queue(organisation).recent()).stream()
                .sorted(Comparator.comparing(ImportJob::startedAt).reversed().thenComparing(ImportJob::id))
                .toList();
    }

    /** Number of imports of the organisation that run before this one. */
    public int ahead(ImportJob job) {
        return Math.max(0, jobs.queue(job.owner()).waiting().indexOf(job.id()));
    }

    /** Results of rows in the order of the file, see {@link RowResultStore#rows}. */
    public List<RowResult> rows(ImportJob job, Set<RowOutcome> outcomes, long after, int most) {
        return results.rows(job, outcomes, after, most);
    }
}
