package nl.klimrek.embedded.store;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares one commit among all waiting writers. Changes run concurrently; one commit runs at a time. A writer that finds no
 * commit running commits itself, which wakes no other thread; those that come meanwhile share the next commit, of a thread
 * of its own. An answer is sent only after a commit that covers every change begun before the answer was ready. So a kill
 * cannot undo anything that a client has seen.
 *
 * <p>A change touches several maps (the document, each unique index). A commit waits for running changes and blocks
 * new ones, so a change is on disk completely or not at all.
 *
 * <p>If a commit fails, for example on a full disk, no waiting answer is sent, because the state on disk is unknown.
 * The owner is notified once and must close.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int WORTHWHILE_FILL_PERCENT = 60;
    private static final int COMPACT_AT_ONCE_BYTES = 4 * 1024 * 1024;

    /** Makes every change until now durable, while none runs. */
    interface Commit {
        /** Returns whether the store wrote its pages, so that earlier ones may be in the way. */
        boolean run();
    }

    private record Waiting(long ticket, Runnable answer) {}

    private final MVStore store;
    private final Commit commit;
    private final Runnable onFailure;
    private final ReentrantReadWriteLock cut = new ReentrantReadWriteLock();
    /** Held by the thread that commits, releases answers or compacts. */
    private final ReentrantLock committing = new ReentrantLock();

    private final AtomicLong begun = new AtomicLong();
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Thread committer = new Thread(this::run, "store-commit");
    private volatile long durable;
    private volatile boolean open = true;
    private volatile boolean failed;
    private volatile boolean compactionDue;

    GroupCommit(MVStore store, Commit commit, Runnable onFailure) {
        this.store = store;
        this.commit = commit;
        this.onFailure = onFailure;
        committer.setDaemon(true);
        committer.start();
    }

    /** Runs a read on a stable version of the store. */
    <T> T reading(Supplier<T> reading) {
        // Otherwise a compaction would delete the pages of a running read.
        MVStore.TxCounter version = store.registerVersionUsage();
        try {
            return reading.get();
        } finally {
            store.deregisterVersionUsage(version);
        }
    }

    /** Runs a change that no commit splits. */
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
     * Runs the answer when every change begun until now is durable. It may run on the committing thread, so it must
     * not block.
     *
     * @throws IllegalStateException if an earlier commit failed
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
        // First into the queue: the committing thread looks for more after unlocking.
        waiting.add(new Waiting(ticket, answer));
        if (committing.tryLock()) {
            try {
                commitWithoutWaiting();
            } finally {
                committing.unlock();
            }
        }
        if (hasWork()) {
            LockSupport.unpark(committer);
        }
    }

    private boolean hasWork() {
        return !waiting.isEmpty() || compactionDue;
    }

    private void run() {
        while (!failed && (open || durable < begun.get())) {
            if (open && !hasWork()) {
                LockSupport.park(this);
                continue;
            }
            committing.lock();
            try {
                commitWaiting();
                compactWhenDue();
            } finally {
                committing.unlock();
            }
        }
    }

    /** Leaves the commit to its own thread while a change is under way. */
    private void commitWithoutWaiting() {
        if (cut.writeLock().tryLock()) {
            try {
                commitWaiting();
            } finally {
                cut.writeLock().unlock();
            }
        }
    }

    private void commitWaiting() {
        if (failed) {
            waiting.clear();
            return;
        }
        try {
            if (durable < begun.get()) {
                commit();
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
            if (commit.run()) {
                compactionDue = true;
            }
        } finally {
            cut.writeLock().unlock();
        }
        durable = covered;
    }

    /** Each checkpoint leaves chunks with few live pages; compaction stops the file from growing. */
    private void compactWhenDue() {
        if (compactionDue && !failed) {
            compactionDue = false;
            store.compact(WORTHWHILE_FILL_PERCENT, COMPACT_AT_ONCE_BYTES);
        }
    }

    private void release() {
        for (Waiting next = waiting.peek(); next != null && next.ticket() <= durable; next = waiting.peek()) {
            waiting.poll();
            next.answer().run();
        }
    }

    /** Whether a commit failed, so that the store's own state must not be written any more. */
    boolean hasFailed() {
        return failed;
    }

    /** Commits what is left and stops the thread. No changes may follow. */
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
            // Releases a version whose last reader ended during a commit, before the store is closed.
            reading(() -> null);
        }
    }
}
