package nl.klimrek.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

    private static final int MANY = 4_000;
    private static final int COMMITS_BETWEEN_COMPACTIONS = 64;

    @TempDir
    Path folder;

    private final AtomicBoolean failed = new AtomicBoolean();
    private MVStore store;
    private GroupCommit commits;
    private int committed;

    @BeforeEach
    void open() {
        store = new MVStore.Builder()
                .fileName(folder.resolve("store").toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        commits = new GroupCommit(store, this::commit, () -> failed.set(true));
    }

    private boolean commit() {
        store.commit();
        if (store.isClosed()) {
            throw new IllegalStateException("The store is closed");
        }
        return ++committed % COMMITS_BETWEEN_COMPACTIONS == 0;
    }

    @AfterEach
    void close() {
        commits.close();
        store.closeImmediately();
    }

    @Test
    void an_answer_leaves_when_its_change_is_committed() {
        MVMap<Integer, Integer> numbers = store.openMap("numbers");
        CompletableFuture<Boolean> unsavedWhenAnswered = new CompletableFuture<>();
        commits.change(() -> numbers.put(1, 1));
        commits.whenDurable(() -> unsavedWhenAnswered.complete(store.hasUnsavedChanges()));
        assertThat(unsavedWhenAnswered.join()).isFalse();
    }

    @Test
    void a_writer_that_finds_no_commit_running_commits_without_waking_another_thread() {
        MVMap<Integer, Integer> numbers = store.openMap("numbers");
        AtomicReference<Thread> answering = new AtomicReference<>();
        commits.change(() -> numbers.put(1, 1));
        commits.whenDurable(() -> answering.set(Thread.currentThread()));
        assertThat(answering).hasValue(Thread.currentThread());
    }

    /** H2 asserts that nothing is read any more, and counts only what left while nobody committed. */
    @Test
    void a_version_whose_last_reader_left_during_a_commit_is_let_go_of_before_the_end() throws Exception {
        MVMap<Integer, Integer> numbers = store.openMap("numbers");
        MVStore.TxCounter reading = store.registerVersionUsage();
        CompletableFuture<Void> durable = new CompletableFuture<>();
        commits.change(() -> numbers.put(1, 1));
        commits.whenDurable(() -> durable.complete(null));
        durable.join();
        CountDownLatch committing = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        CompletableFuture<Void> commit = CompletableFuture.runAsync(() -> store.executeFilestoreOperation(() -> {
            committing.countDown();
            awaited(left);
        }));
        committing.await();
        store.deregisterVersionUsage(reading);
        left.countDown();
        commit.join();
        commits.close();
        store.close();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Superseded chunks leave the file at once, but a running read still needs the chunks it began with. */
    @Test
    void a_reading_finds_its_pages_while_others_change_and_the_file_is_compacted() {
        store.setRetentionTime(0);
        store.setCacheSize(1);
        MVMap<Integer, byte[]> texts = store.openMap("texts");
        for (int key = 0; key < MANY; key++) {
            texts.put(key, new byte[2_000]);
        }
        CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < MANY && store.getPanicException() == null; i++) {
                int key = i * 7_919 % MANY;
                commits.change(() -> texts.put(key, new byte[2_000]));
                CompletableFuture<Void> durable = new CompletableFuture<>();
                commits.whenDurable(() -> durable.complete(null));
                durable.join();
            }
        });
        while (!changes.isDone()) {
            assertThat(commits.reading(() -> texts.entrySet().stream()
                            .mapToInt(entry -> entry.getValue().length)
                            .sum()))
                    .isEqualTo(MANY * 2_000);
        }
        changes.join();
    }

    @Test
    void an_answer_with_nothing_pending_leaves_at_once() {
        AtomicBoolean answered = new AtomicBoolean();
        commits.whenDurable(() -> answered.set(true));
        assertThat(answered).isTrue();
    }

    @Test
    void a_read_waits_for_the_change_of_another_that_it_may_have_seen() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> commits.change(() -> {
            begun.countDown();
            return opened(go);
        }));
        begun.await();
        CompletableFuture<Void> read = new CompletableFuture<>();
        commits.whenDurable(() -> read.complete(null));
        assertThat(read).isNotDone();
        go.countDown();
        writing.join();
        assertThat(read).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void no_answer_leaves_after_a_failed_commit() {
        MVMap<Integer, Integer> numbers = store.openMap("numbers");
        AtomicBoolean answered = new AtomicBoolean();
        commits.change(() -> {
            numbers.put(1, 1);
            store.closeImmediately();
            // While the change is under way no commit can begin, and so none can have failed.
            commits.whenDurable(() -> answered.set(true));
            return null;
        });
        await().untilTrue(failed);
        assertThat(answered).isFalse();
        assertThatThrownBy(() -> commits.whenDurable(() -> answered.set(true)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(answered).isFalse();
    }

    private static boolean opened(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
