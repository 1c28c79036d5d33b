package nl.klimrek.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {

    @TempDir
    Path data;

    @Test
    void a_secret_is_made_once_and_stays() {
        String first = SecretStore.in(data).client(SecretStore.PORTAL);

        assertThat(first).hasSize(43).isEqualTo(SecretStore.in(data).client(SecretStore.PORTAL));
        assertThat(SecretStore.in(data).client(SecretStore.DEMO_CLI)).isNotEqualTo(first);
    }

    @Test
    void only_the_owner_can_read_them() throws IOException {
        SecretStore.in(data).client(SecretStore.PORTAL);

        Path folder = data.resolve("secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("portal"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_password_can_be_read_aloud() {
        assertThat(SecretStore.in(data).password("anna")).matches("([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}");
    }

    @Test
    void a_half_written_secret_of_a_killed_start_is_made_anew() throws IOException {
        Files.createDirectories(data.resolve("secrets"));
        Files.writeString(data.resolve("secrets/.portal.half"), "ha");

        assertThat(SecretStore.in(data).client(SecretStore.PORTAL)).hasSize(43);
    }

    @Test
    void the_signing_key_and_its_id_survive_a_restart() {
        var first = TokenSigningKey.fromPem(SecretStore.in(data).signingKey());
        var again = TokenSigningKey.fromPem(SecretStore.in(data).signingKey());

        assertThat(again).isEqualTo(first);
        assertThat(again.getKeyID()).isNotBlank();
        assertThat(again.size()).isEqualTo(2048);
    }

    @Test
    void many_at_once_get_the_same() {
        var seen = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 64)
                .parallel()
                .forEach(i -> seen.add(SecretStore.in(data).client("hr-system@sample")));

        assertThat(seen).hasSize(1);
    }

    @Test
    void a_name_can_not_lead_out_of_the_folder() {
        assertThatThrownBy(() -> SecretStore.in(data).client("../elsewhere"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_folder_that_can_not_be_made_is_said() throws IOException {
        Path file = Files.createFile(data.resolve("a-file"));

        assertThatThrownBy(() -> SecretStore.in(file).client(SecretStore.PORTAL))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a-file");
    }
}
