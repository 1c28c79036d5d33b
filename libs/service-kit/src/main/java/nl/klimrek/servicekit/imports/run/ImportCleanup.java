package nl.klimrek.servicekit.imports.run;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.ImportStatus;
import nl.klimrek.servicekit.imports.store.ImportFileStore;
import nl.klimrek.servicekit.imports.store.ImportJobRepository;
import nl.klimrek.servicekit.imports.store.ImportNoteStore;
import nl.klimrek.servicekit.imports.store.RowResultStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes files that never came in whole, files of old dry runs, and old row results. */
public final class ImportCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(ImportCleanup.class);
    private static final int MAX_JOBS = 500;

    private final ImportJobRepository jobs;
    private final ImportFileStore files;
    private final RowResultStore results;
    private final ImportNoteStore notes;
    private final Clock clock;

    public ImportCleanup(
            ImportJobRepository jobs,
            ImportFileStore files,
            RowResultStore results,
            ImportNoteStore notes,
            Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.results = results;
        this.notes = notes;
        this.clock = clock;
    }

    /** Deletes what is overdue now. An import that cannot be cleaned up is passed over and tried again. */
    void run() {
        for (Key key : jobs.overdue(clock.instant(), MAX_JOBS)) {
            try {
                jobs.find(key.organisation(), key.id()).map(Versioned::state).ifPresent(this::clean);
            } catch (RuntimeException failed) {
                if (ImportFailure.of(failed) == ImportFailure.TRANSIENT) {
                    throw failed;
                }
                LOG.error(
                        "The files and results of import {} cannot be deleted and will be tried again: {}",
                        key.id(),
                        failed.getClass().getSimpleName());
            }
        }
    }

    private void clean(ImportJob job) {
        Instant now = clock.instant();
        if (job.status() == ImportStatus.RECEIVING) {
            files.delete(job.owner(), job.file());
            jobs.change(
                    job, known -> known.status() == ImportStatus.RECEIVING ? known.refused(notReceived(), now) : known);
            return;
        }
        if (job.fileUntil() != null && !job.fileUntil().isAfter(now)) {
            deleteFile(job);
        }
        if (job.keptUntil() != null && !job.keptUntil().isAfter(now)) {
            results.delete(job);
            jobs.change(job, ImportJob::withoutRows);
        }
    }

    private void deleteFile(ImportJob job) {
        if (job.appliedAs() == null || !jobs.queue(job.owner()).knows(job.appliedAs())) {
            files.delete(job.owner(), job.file());
            refuseImportWithoutFile(job);
        }
        notes.delete(job);
        jobs.change(job, ImportJob::withoutFile);
    }

    /** Refuses the import that was to take over the file but was never queued, because the service stopped just then. */
    private void refuseImportWithoutFile(ImportJob dryRun) {
        Optional.ofNullable(dryRun.appliedAs())
                .flatMap(id -> jobs.find(dryRun.owner(), id))
                .map(Versioned::state)
                .filter(job -> !job.finished())
                .ifPresent(job -> jobs.change(
                        job,
                        known -> known.refused(notReceived(), clock.instant()).withoutFile()));
    }

    private static Refusal notReceived() {
        return Refusal.of("file-not-received");
    }
}
