package nl.klimrek.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.journal.proof.VerifyProof;
import nl.klimrek.servicekit.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal whose signing key was replaced, with both keys published. */
class KeyRotationIT extends JournalServiceSuite {

    @TempDir
    Path folder;

    @Test
    void proofs_of_both_keys_hold_and_the_whole_journal_verifies() throws IOException {
        send(List.of(planned("anna", "c1", 1), planned("anna", "c1", 2)));
        awaitEntries(2);
        Path before = write("before", "/entries/2/proof");
        Path policyBefore = write("policy-before", "/policy");

        journals.restart(this::removeKey);
        send(List.of(planned("anna", "c1", 3)));
        awaitEntries(3);
        Path after = write("after", "/entries/3/proof");
        Path policyAfter = write("policy-after", "/policy");

        assertThat(Files.readString(policyAfter).lines().filter(line -> line.startsWith("log ")))
                .hasSize(2);
        assertThat(prove(before, policyBefore)).isZero();
        assertThat(prove(before, policyAfter)).isZero();
        assertThat(prove(after, policyAfter)).isZero();
        assertThat(prove(after, policyBefore))
                .as("a key that nobody knew before")
                .isEqualTo(1);
        Path later = write("later", "/consistency?since=2");
        assertThat(prove(later, policyAfter, "--earlier", before.toString())).isZero();
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(verifiedFromOutside()).startsWith("0 journal verified: 3 entries"));
    }

    private void removeKey() {
        try {
            Files.delete(journals.signingKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String name, String path) throws IOException {
        return Files.writeString(
                folder.resolve(name), get(path, "anna", Role.EMPLOYEE).ok().body());
    }

    private static int prove(Path proof, Path policy, String... further) {
        List<String> arguments = new ArrayList<>(List.of(proof.toString(), "--policy", policy.toString()));
        arguments.addAll(List.of(further));
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return VerifyProof.run(arguments, out, out);
    }
}
