package nl.klimrek.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.SignedTrees;
import nl.klimrek.journal.checkpoint.SigningKeyFile;
import nl.klimrek.journal.note.TrustPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proofs in files, as former versions made them: they hold for ever, and the same journal gives the same bytes. A test with
 * {@code -Dklimrek.generate=true} writes them; that is done once, because a released proof never changes.
 */
class OwnVectorsTest {

    private static final Path FOLDER = Path.of("src/test/resources/nl/klimrek/journal/proof");

    @Test
    void the_same_journal_gives_the_same_proofs_and_they_hold(@TempDir Path folder) throws Exception {
        CheckpointSigningKey key = key(folder);
        SignedTrees journal = SignedTrees.of(300, key);
        String earlier = SignedTrees.of(257, key).note();
        for (int position : new int[] {1, 44, 256, 257, 300}) {
            assertVector(
                    "step-" + position + ".tlog-proof", journal.proof(position).text());
        }
        assertVector("since-257.tlog-consistency", journal.consistency(257).text());
        assertVector("257.checkpoint", earlier);
        assertVector("klimrek-journal.policy", journal.policy().text());

        StepProofVerifier verifier = new StepProofVerifier(TrustPolicy.parse(read("klimrek-journal.policy")));
        for (int position : new int[] {1, 44, 256, 257, 300}) {
            String proof = read("step-" + position + ".tlog-proof");
            assertThat(verifier.step(proof).fault()).isEmpty();
            assertThat(SpecVerifier.proves(proof, journal.noteKey().toString())).isTrue();
        }
        assertThat(verifier.consistency(read("since-257.tlog-consistency"), read("257.checkpoint")))
                .isEmpty();
    }

    /** A key of these vectors alone, always the same; it signs nothing else. */
    private static CheckpointSigningKey key(Path folder) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) 20);
            }
        });
        KeyPair pair = generator.generateKeyPair();
        Path file = folder.resolve("key.pem");
        Files.writeString(
                file,
                pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                        + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        return SigningKeyFile.read(file);
    }

    private static String pem(String name, byte[] bytes) {
        String border = "-----%s " + name + "-----\n";
        return border.formatted("BEGIN") + Base64.getEncoder().encodeToString(bytes) + "\n" + border.formatted("END");
    }

    private static void assertVector(String name, String made) throws IOException {
        if (Boolean.getBoolean("klimrek.generate")) {
            Files.writeString(FOLDER.resolve(name), made);
        }
        assertThat(made).as(name).isEqualTo(read(name));
    }

    private static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
    }
}
