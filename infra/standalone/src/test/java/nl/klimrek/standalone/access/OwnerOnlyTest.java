package nl.klimrek.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {

    @TempDir
    Path parent;

    @Test
    void folders_and_files_of_an_earlier_version_are_closed() throws IOException {
        Path data = open(Files.createDirectory(parent.resolve("data")));
        Path store = open(Files.createDirectory(data.resolve("store")));
        Path file = open(Files.createFile(store.resolve("store.mv")));
        Path deep = open(Files.createDirectories(data.resolve("broker/log/topic-0")));

        OwnerOnlyFiles.restrictData(data);

        assertThat(mode(data)).isEqualTo("rwx------");
        assertThat(mode(store)).isEqualTo("rwx------");
        assertThat(mode(deep)).isEqualTo("rwx------");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(data.resolve("mail"))).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_is_not_ours_alone_keeps_its_mode_and_what_else_it_holds() throws IOException {
        Path home = open(Files.createDirectory(parent.resolve("home")));
        Path other = open(Files.createFile(home.resolve("notes.txt")));

        OwnerOnlyFiles.restrictData(home);

        assertThat(mode(home)).isEqualTo("rwxr-xr-x");
        assertThat(mode(other)).isEqualTo("rwxr-xr-x");
        assertThat(mode(home.resolve("store"))).isEqualTo("rwx------");
    }

    @Test
    void what_a_link_in_the_folder_leads_to_is_left_alone() throws IOException {
        Path elsewhere = open(Files.createFile(parent.resolve("elsewhere.txt")));
        Path log = Files.createDirectories(parent.resolve("data/log"));
        Files.createSymbolicLink(log.resolve("link"), elsewhere);

        OwnerOnlyFiles.restrictData(parent.resolve("data"));

        assertThat(mode(elsewhere)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_written_file_is_the_owner_s_alone_also_where_a_wider_one_was() throws IOException {
        Path file = parent.resolve("client/reader.conf");
        OwnerOnlyFiles.write(file, "first");
        open(file);

        OwnerOnlyFiles.write(file, "second");

        assertThat(file).hasContent("second");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(file.getParent())).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_cannot_be_made_is_said() throws IOException {
        Path file = Files.createFile(parent.resolve("a-file"));

        assertThatThrownBy(() -> OwnerOnlyFiles.restrictData(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a-file");
    }

    private static Path open(Path path) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
