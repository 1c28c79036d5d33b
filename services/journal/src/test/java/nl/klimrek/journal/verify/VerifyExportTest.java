package nl.klimrek.journal.verify;

import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.SignedExports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyExportTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ChainHead.Extension chain = SignedExports.chain(List.of(draft("c1", 1), draft("c1", 2)));
    private final CheckpointSigningKey key = CheckpointSigningKey.generate();

    @Test
    void a_sound_export_is_verified(@TempDir Path folder) throws Exception {
        Path export = Files.write(folder.resolve("export"), SignedExports.of(chain, key));

        assertThat(run(export.toString(), "--key", key.id())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("journal verified: 2 entries, head " + chain.head().hash() + "\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_broken_export_is_reported_with_its_first_broken_entry(@TempDir Path folder) throws Exception {
        String text = new String(SignedExports.of(chain, key), StandardCharsets.UTF_8)
                .replaceFirst("\"actor\":\"anna\"", "\"actor\":\"bram\"");
        Path export = Files.writeString(folder.resolve("export"), text);

        assertThat(run(export.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("journal broken at entry 1: ")
                .contains("HASH_DIFFERS");
    }

    @Test
    void a_wrong_command_is_answered_with_one_sentence(@TempDir Path folder) throws Exception {
        for (List<String> arguments : List.of(
                List.of(folder.resolve("none").toString()),
                List.of(folder.toString()),
                List.of("a", "b"),
                List.of("--what"),
                List.of("--port", "x"),
                List.of("--port", "0"),
                List.of("--key"),
                List.<String>of())) {
            err.reset();
            assertThat(VerifyExport.run(arguments, null, new PrintStream(out), new PrintStream(err)))
                    .as("%s", arguments)
                    .isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8).lines())
                    .as("%s", arguments)
                    .hasSize(1);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_connection_file_must_name_the_portal(@TempDir Path folder) throws Exception {
        Path connection = Files.writeString(folder.resolve("connection.conf"), "bootstrap.servers=broker:9093");
        assertThat(VerifyExport.run(
                        List.of("--connection", connection.toString()),
                        "token",
                        new PrintStream(out),
                        new PrintStream(err)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("has no klimrek.portal.url");
    }

    private int run(String... arguments) throws Exception {
        return VerifyExport.run(List.of(arguments), null, new PrintStream(out), new PrintStream(err));
    }
}
