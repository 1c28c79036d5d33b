package nl.klimrek.embedded.store;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One commit for everybody who waits for one. Changes are made side by side; a single thread
 * commits the store again and again as long as there are changes, and an answer leaves only after
 * a commit that covers every change begun before the answer was ready. So nothing that a client
 * has seen, its own write or another's, can be undone by a kill.
 *
 * <p>A change touches several maps (the document, each unique index). A commit therefore waits for
 * the changes under way and holds back new ones: on disk a change is there whole or not at all.
 *
 * <p>If a commit fails (a full disk, say), no waiting answer is ever sent, because nobody knows
 * what is on disk; the owner is told once and has to close.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int COMMITS_BETWEEN_COMPACTIONS = 64;
    private static final int WORTHWHILE_FILL_PERCENT = 60;
    private static final int COMPACT_AT_ONCE_BYTES = 2 * 1024 * 1024;

    private record Waiting(long ticket, Runnable answer) {}

    private final MVStore store;
    private final Runnable onFailure;
    private final ReentrantReadWriteLock cut = new ReentrantReadWriteLock();
    private final AtomicLong begun = new AtomicLong();
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Thread committer = new Thread(this::run, "store-commit");
    private volatile long durable;
    private volatile boolean open = true;
    private volatile boolean failed;
    private long commits;

    GroupCommit(MVStore store, Runnable onFailure) {
        this.store = store;
        this.onFailure = onFailure;
        committer.setDaemon(true);
        committer.start();
    }

    /** Reads; whatever was there when it began stays readable until it is done. */
    <T> T reading(Supplier<T> reading) {
        // Without it a compaction takes away the pages of a reading under way, because superseded chunks are not
        // retained.
        MVStore.TxCounter version = store.registerVersionUsage();
        try {
            return reading.get();
        } finally {
            store.deregisterVersionUsage(version);
        }
    }

    /** Makes a change that no commit will cut in two. */
    <T> T change(Supplier<T> change) {
        cut.readLock().lock();
        try {
            begun.incrementAndGet();
            return reading(change);
        } finally {
            cut.readLock().unlock();
        }
    }

    /**
     * Runs the answer when every change begun until now is durable: at once when nothing is
     * pending, else on the committing thread, so it must not block.
     *
     * @throws IllegalStateException an earlier commit failed; no answer may leave any more
     */
    void whenDurable(Runnable answer) {
        if (failed) {
            throw new IllegalStateException("The store stopped after a failed commit");
        }
        long ticket = begun.get();
        if (ticket <= durable) {
            answer.run();
            return;
        }
        waiting.add(new Waiting(ticket, answer));
        LockSupport.unpark(committer);
    }

    private void run() {
        try {
            while (open || durable < begun.get()) {
                if (durable < begun.get()) {
                    commit();
                } else {
                    release();
                    LockSupport.park(this);
                }
            }
            release();
        } catch (RuntimeException e) {
            failed = true;
            waiting.clear();
            log.error("The store could not be written and stops answering", e);
            onFailure.run();
        }
    }

    private void commit() {
        long covered;
        cut.writeLock().lock();
        try {
            covered = begun.get();
            store.commit();
            // A store that broke down in another thread is closed, and then commits nothing without a word.
            if (store.isClosed()) {
                throw new IllegalStateException("The store is closed");
            }
        } finally {
            cut.writeLock().unlock();
        }
        durable = covered;
        release();
        // Small commits leave chunks with a few live pages each; without this the file only grows.
        if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            store.compact(WORTHWHILE_FILL_PERCENT, COMPACT_AT_ONCE_BYTES);
        }
    }

    private void release() {
        for (Waiting next = waiting.peek(); next != null && next.ticket() <= durable; next = waiting.peek()) {
            waiting.poll();
            next.answer().run();
        }
    }

    /** Commits what is left and ends. Nobody may change anything any more. */
    @Override
    public void close() {
        open = false;
        LockSupport.unpark(committer);
        boolean interrupted = false;
        while (committer.isAlive() && Thread.currentThread() != committer) {
            try {
                committer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!store.isClosed()) {
            // A version whose last reader left during a commit is let go of when another leaves, and must be before the
            // store is closed.
            reading(() -> null);
        }
    }
}
