package nl.klimrek.journal.checkpoint;

import static nl.klimrek.journal.chain.EventFixture.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import nl.klimrek.journal.chain.EntryEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyFileTest {

    @TempDir
    Path folder;

    @Test
    void a_key_is_created_once_and_only_its_owner_can_read_it() throws Exception {
        Path file = folder.resolve("new/key.pem");

        CheckpointSigningKey made = SigningKeyFile.readOrCreate(file);
        CheckpointSigningKey read = SigningKeyFile.readOrCreate(file);

        assertThat(read.id()).isEqualTo(made.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(CheckpointSignatures.valid(
                        made.publicKey(),
                        CheckpointSignatures.signed(DEMO, 3, EntryEncoding.genesis(DEMO)),
                        read.sign(DEMO, 3, EntryEncoding.genesis(DEMO))))
                .isTrue();
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_missing_key_is_refused_with_the_command_that_makes_one() throws Exception {
        Path file = folder.resolve("missing.pem");

        assertThatThrownBy(() -> SigningKeyFile.required(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(file.toString(), "klimrek.journal.signing-key", "openssl genpkey");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_key_made_by_the_command_of_the_message_is_read() throws Exception {
        Path file = folder.resolve("made.pem");
        String made = "umask 077; openssl genpkey -algorithm ED25519 -out made.pem;"
                + " openssl pkey -in made.pem -pubout >> made.pem";
        Process openssl = new ProcessBuilder("sh", "-c", made)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeThat(openssl.waitFor()).as("openssl: " + output).isZero();

        assertThat(SigningKeyFile.required(file).id())
                .isEqualTo(SigningKeyFile.readOrCreate(file).id());
    }

    @Test
    void simultaneous_starts_share_one_key() {
        Path file = folder.resolve("key.pem");
        Set<String> ids = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 16)
                .parallel()
                .forEach(start -> ids.add(SigningKeyFile.readOrCreate(file).id()));

        assertThat(ids).hasSize(1);
    }

    @Test
    void a_file_without_a_key_is_named_and_not_changed() throws Exception {
        CheckpointSigningKey one = SigningKeyFile.readOrCreate(folder.resolve("one.pem"));
        CheckpointSigningKey two = SigningKeyFile.readOrCreate(folder.resolve("two.pem"));
        String mixed = Files.readString(folder.resolve("one.pem")).replaceAll("(?s)-----BEGIN PUBLIC.*", "")
                + Files.readString(folder.resolve("two.pem")).replaceAll("(?s).*(?=-----BEGIN PUBLIC)", "");
        assertThat(one.id()).isNotEqualTo(two.id());
        for (String text : List.of("", "what", mixed)) {
            Path file = Files.writeString(folder.resolve("bad.pem"), text);

            assertThatThrownBy(() -> SigningKeyFile.readOrCreate(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("bad.pem");
            assertThat(file).hasContent(text);
        }
    }
}
