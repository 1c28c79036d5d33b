package nl.klimrek.embedded.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill is a copy of the files as they are at that moment, opened anew. */
class WriteAheadLogTest {

    @TempDir
    Path folder;

    private StoreFiles files;
    private Opened store;

    @BeforeEach
    void open() {
        files = new StoreFiles(folder.resolve("store.mv"), folder.resolve("store.log"));
        store = Opened.of(files);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_committed_change_survives_a_kill_without_a_checkpoint() throws IOException {
        store.texts().put(1L, bytes("one"));
        store.log().commit();
        assertThat(Files.size(files.log())).isGreaterThan(8);
        assertThat(afterKill()).isEqualTo(Map.of(1L, "one"));
    }

    @Test
    void a_change_that_was_not_committed_is_undone_by_a_kill() throws IOException {
        store.texts().put(1L, bytes("one"));
        store.log().commit();
        store.texts().put(2L, bytes("two"));
        assertThat(afterKill()).isEqualTo(Map.of(1L, "one"));
    }

    @Test
    void removals_and_conditional_changes_come_back_as_they_were_made() throws IOException {
        store.texts().put(1L, bytes("one"));
        assertThat(store.texts().add(1L, bytes("another"))).isFalse();
        assertThat(store.texts().add(2L, bytes("two"))).isTrue();
        store.texts().put(3L, bytes("three"));
        store.log().commit();
        store.texts().remove(3L);
        store.texts().remove(4L);
        store.log().commit();
        assertThat(afterKill()).isEqualTo(Map.of(1L, "one", 2L, "two"));
    }

    @Test
    void a_log_that_ends_anywhere_brings_back_whole_commits_only() throws IOException {
        for (long commit = 1; commit <= 3; commit++) {
            store.texts().put(10L, bytes("commit " + commit));
            store.texts().put(commit, bytes("of commit " + commit));
            store.log().commit();
        }
        byte[] whole = Files.readAllBytes(files.log());
        int most = -1;
        for (int length = 0; length <= whole.length; length++) {
            Map<Long, String> found = opened(Files.readAllBytes(files.store()), Arrays.copyOf(whole, length));
            int commits = found.isEmpty() ? 0 : found.size() - 1;
            assertThat(commits).isBetween(Math.max(0, most), most + 1);
            most = commits;
            for (long commit = 1; commit <= commits; commit++) {
                assertThat(found).containsEntry(commit, "of commit " + commit);
            }
            if (commits > 0) {
                assertThat(found).containsEntry(10L, "commit " + commits);
            }
        }
        assertThat(most).isEqualTo(3);
    }

    @Test
    void a_frame_with_other_content_than_was_written_ends_the_log() throws IOException {
        store.texts().put(1L, bytes("one"));
        store.log().commit();
        byte[] log = Files.readAllBytes(files.log());
        log[log.length - 1] ^= 1;
        assertThat(opened(Files.readAllBytes(files.store()), log)).isEmpty();
    }

    @Test
    void a_log_from_before_a_checkpoint_is_ignored() throws IOException {
        store.texts().put(1L, bytes("early"));
        store.log().commit();
        byte[] early = Files.readAllBytes(files.log());
        store.texts().put(1L, bytes("late"));
        store.log().checkpoint();
        assertThat(opened(Files.readAllBytes(files.store()), early)).isEqualTo(Map.of(1L, "late"));
    }

    @Test
    void a_long_log_ends_in_a_checkpoint_by_itself() throws IOException {
        boolean checkpoint = false;
        for (long key = 0; !checkpoint && key < 100; key++) {
            store.texts().put(key, new byte[100_000]);
            checkpoint = store.log().commit();
        }
        assertThat(checkpoint).isTrue();
        assertThat(Files.size(files.log())).isEqualTo(8);
        assertThat(afterKill()).hasSameSizeAs(store.texts());
    }

    @Test
    void what_was_cleared_stays_away_and_what_came_later_stays() throws IOException {
        store.texts().put(1L, bytes("one"));
        store.log().commit();
        store.texts().clear();
        assertThat(store.log().commit()).isTrue();
        store.texts().put(2L, bytes("two"));
        store.log().commit();
        assertThat(afterKill()).isEqualTo(Map.of(2L, "two"));
    }

    @Test
    void a_change_that_the_log_cannot_describe_is_refused() {
        store.texts().put(1L, bytes("one"));
        assertThatThrownBy(() -> store.texts().replace(1L, bytes("two")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.texts().putIfAbsent(2L, bytes("two")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.texts().remove(1L, bytes("one")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void pages_that_the_store_moves_are_no_changes() throws IOException {
        for (long key = 0; key < 400; key++) {
            store.texts().put(key, new byte[1_000]);
            store.log().checkpoint();
        }
        store.store().setRetentionTime(0);
        store.store().compact(95, 1_000_000);
        store.log().commit();
        assertThat(Files.size(files.log())).isEqualTo(8);
        assertThat(afterKill()).hasSize(400);
    }

    private Map<Long, String> afterKill() throws IOException {
        return opened(Files.readAllBytes(files.store()), Files.readAllBytes(files.log()));
    }

    private Map<Long, String> opened(byte[] storeBytes, byte[] logBytes) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        StoreFiles copied = new StoreFiles(
                Files.write(copy.resolve("store.mv"), storeBytes), Files.write(copy.resolve("store.log"), logBytes));
        try (Opened opened = Opened.of(copied)) {
            Map<Long, String> texts = new TreeMap<>();
            opened.texts().forEach((key, value) -> texts.put(key, new String(value, StandardCharsets.UTF_8)));
            return texts;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record StoreFiles(Path store, Path log) {}

    private record Opened(MVStore store, WriteAheadLog log, LoggedMap<Long, byte[]> texts) implements AutoCloseable {

        static Opened of(StoreFiles files) {
            MVStore store = new MVStore.Builder()
                    .fileName(files.store().toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open();
            WriteAheadLog log = WriteAheadLog.open(files.log(), store);
            log.recover(name -> texts(store, log, name));
            return new Opened(store, log, texts(store, log, "texts"));
        }

        private static LoggedMap<Long, byte[]> texts(MVStore store, WriteAheadLog log, String name) {
            return store.openMap(
                    name,
                    new LoggedMap.Type<>(
                                    log,
                                    name,
                                    LongDataType.INSTANCE,
                                    ByteArrayDataType.INSTANCE,
                                    LogBytes.NUMBER,
                                    LogBytes.ARRAY)
                            .builder());
        }

        @Override
        public void close() {
            store.closeImmediately();
            log.close();
        }
    }
}
