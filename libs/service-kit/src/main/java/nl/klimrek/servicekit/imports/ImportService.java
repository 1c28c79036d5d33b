package nl.klimrek.servicekit.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import nl.klimrek.servicekit.imports.job.ImportJob.Request;
import nl.klimrek.servicekit.imports.job.ImportJob.Status;
import nl.klimrek.servicekit.imports.job.ImportJob.StoredFile;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowResult;
import nl.klimrek.servicekit.imports.run.ImportRunner;
import nl.klimrek.servicekit.imports.store.ImportFileStore;
import nl.klimrek.servicekit.imports.store.ImportJobRepository;
import nl.klimrek.servicekit.imports.store.ImportNoteStore;
import nl.klimrek.servicekit.imports.store.RowResultStore;
import nl.klimrek.servicekit.tabular.FileContent;

/**
 * Receives files and tells how far their imports are. A repeated request finds the import of the first, also one that is
 * still running; other content under the same key is refused.
 */
public final class ImportService {

    /** After so long a file that has not come in whole is given up. */
    private static final Duration RECEIVE_TIMEOUT = Duration.ofHours(1);

    private static final long LOOK_NANOS = 25_000_000;

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

    /** What is asked about a file before its import waits in the queue, while whoever sent it is there. */
    @FunctionalInterface
    public interface Preparation {
        Map<String, String> notes(FileContent file);
    }

    /**
     * Stores the file and puts it in the queue of its organisation.
     *
     * @param id follows from the command key
     * @param preparation its notes are kept until the import is done; a refusal of it is the import's
     * @throws CommandKeyReusedException when the key was used for another file or request
     */
    public ImportJob receive(
            Organisation organisation, String id, Request request, InputStream content, Preparation preparation)
            throws IOException {
        ImportJob begun = jobs.begin(ImportJob.receiving(
                organisation, id, request, clock.instant(), clock.instant().plus(RECEIVE_TIMEOUT)));
        if (!begun.request().same(request)) {
            throw new CommandKeyReusedException();
        }
        if (begun.status() != Status.RECEIVING) {
            return repeated(begun, files.digest(content), preparation);
        }
        StoredFile stored = files.store(organisation, id + ":" + UUID.randomUUID(), content);
        ImportJob job =
                jobs.change(begun, known -> known.status() == Status.RECEIVING ? known.received(stored) : known);
        if (!stored.name().equals(job.file().name())) {
            files.delete(organisation, stored);
            return repeated(job, stored.digest(), preparation);
        }
        return enqueued(job, preparation);
    }

    /**
     * Makes a dry run real: its file is imported, read in the same encoding and with the same column names. Works once, while
     * the file is kept; a repeated request finds the import of the first.
     *
     * @param dryRun id of the dry run
     * @param id follows from the command key
     * @throws RefusedException {@code import-unknown}, {@code import-no-dry-run}, {@code import-not-finished},
     *     {@code import-applied-already}, or {@code import-file-deleted}
     */
    public ImportJob apply(Organisation organisation, String dryRun, String id, MessageContext cause) {
        ImportJob looked = jobs.find(organisation, dryRun)
                .map(Versioned::state)
                .orElseThrow(() -> new RefusedException(Refusal.of("import-unknown")));
        ImportJob claimed = jobs.change(looked, known -> claim(known, id));
        Optional<ImportJob> there = jobs.find(organisation, id).map(Versioned::state);
        if (claimed.fileUntil() == null) {
            return there.orElseThrow(() -> new RefusedException(Refusal.of("import-file-deleted")));
        }
        ImportJob begun = jobs.begin(claimed.applying(id, cause, clock.instant()));
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
        return known.claimed(id, clock.instant().plus(keepFiles));
    }

    private ImportJob enqueued(ImportJob job, Preparation preparation) {
        if (!jobs.queue(job.owner()).knows(job.id())) {
            notes.store(job, preparation.notes(files.content(job.owner(), job.file())));
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

    /** The import when it is finished, or as far as it is after that time. */
    public ImportJob await(ImportJob job, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        ImportJob now = job;
        while (!now.finished()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_NANOS);
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

    /** How many imports of the organisation come before this one. */
    public int ahead(ImportJob job) {
        return Math.max(0, jobs.queue(job.owner()).waiting().indexOf(job.id()));
    }

    /** Results of rows in the order of the file; see {@link RowResultStore#rows}. */
    public List<RowResult> rows(ImportJob job, Set<RowOutcome> outcomes, long after, int most) {
        return results.rows(job, outcomes, after, most);
    }
}
