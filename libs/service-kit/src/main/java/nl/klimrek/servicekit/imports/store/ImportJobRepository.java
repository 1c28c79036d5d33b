package nl.klimrek.servicekit.imports.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.ImportQueue;

/** Stores imports, and the queue of each organisation. */
public final class ImportJobRepository {

    private static final String QUEUE = "queue";

    private final AggregateStore<ImportJob> jobs;
    private final AggregateStore<ImportQueue> queues;

    public ImportJobRepository(AggregateStoreFactory stores) {
        this.jobs = stores.create(new AggregateType<>("import_jobs", ImportJob.class, null, ImportJob::due));
        this.queues = stores.create(new AggregateType<>("import_queues", ImportQueue.class, null, ImportQueue::due));
    }

    public Optional<Versioned<ImportJob>> find(Organisation organisation, String id) {
        return jobs.find(Key.of(organisation, id));
    }

    public List<ImportJob> findAll(Organisation organisation, List<String> ids) {
        return jobs.findAll(ids.stream().map(id -> Key.of(organisation, id)).toList()).stream()
                .map(Versioned::state)
                .toList();
    }

    /** Stores an import unless it exists, and returns the stored one. */
    public ImportJob begin(ImportJob job) {
        return jobs.handle(key(job), system(), known -> known.isPresent() ? Decision.unchanged() : Decision.accept(job))
                .state();
    }

    public ImportJob change(ImportJob job, UnaryOperator<ImportJob> step) {
        return jobs.handle(key(job), system(), known -> Decision.accept(step.apply(known.orElse(job))))
                .state();
    }

    /** Imports whose file or results must be deleted. */
    public List<Key> overdue(Instant now, int limit) {
        return jobs.due(now, limit);
    }

    /** Organisations whose queue can run now. */
    public List<Organisation> waiting(Instant now, int limit) {
        return queues.due(now, limit).stream().map(Key::organisation).toList();
    }

    public ImportQueue queue(Organisation organisation) {
        return queues.find(Key.of(organisation, QUEUE)).map(Versioned::state).orElseGet(ImportQueue::empty);
    }

    public void enqueue(Organisation organisation, String id) {
        changeQueue(organisation, queue -> queue.knows(id) ? queue : queue.with(id));
    }

    public ImportQueue changeQueue(Organisation organisation, UnaryOperator<ImportQueue> step) {
        return queues.handle(Key.of(organisation, QUEUE), system(), known -> {
                    ImportQueue before = known.orElseGet(ImportQueue::empty);
                    ImportQueue after = step.apply(before);
                    return after.equals(before) ? Decision.unchanged() : Decision.accept(after);
                })
                .state();
    }

    private static Key key(ImportJob job) {
        return Key.of(job.owner(), job.id());
    }

    private static MessageContext system() {
        return MessageContext.system("imports");
    }
}
