package nl.klimrek.standalone.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {

    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    @Test
    void mail_survives_a_restart_in_the_order_it_came() throws IOException {
        MailFolder folder = new MailFolder(data, 10, STANDING);
        MailId first = folder.store(bytes("one"));
        MailId second = folder.store(bytes("two"));

        MailFolder restarted = new MailFolder(data, 10, STANDING);
        MailId third = restarted.store(bytes("three"));

        assertThat(restarted.newest(Optional.empty(), 10)).containsExactly(third, second, first);
        assertThat(restarted.newest(Optional.of(third), 1)).containsExactly(second);
        assertThat(restarted.read(first)).contains(bytes("one"));
    }

    @Test
    void the_oldest_goes_when_there_are_too_many() throws IOException {
        MailFolder folder = new MailFolder(data, 3, STANDING);
        MailId oldest = folder.store(bytes("0"));
        for (int i = 1; i <= 3; i++) {
            folder.store(bytes("" + i));
        }

        assertThat(folder.read(oldest)).isEmpty();
        assertThat(folder.newest(Optional.empty(), 10)).hasSize(3);
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void what_a_kill_left_half_is_no_mail() throws IOException {
        Files.writeString(data.resolve("20261102T090000000Z-000000.half"), "ha");
        Files.writeString(data.resolve("notes.eml"), "not ours");

        MailFolder folder = new MailFolder(data, 10, STANDING);

        assertThat(folder.newest(Optional.empty(), 10)).isEmpty();
        assertThat(data.resolve("20261102T090000000Z-000000.half")).doesNotExist();
        assertThat(data.resolve("notes.eml")).exists();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
