package nl.klimrek.journal.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import nl.klimrek.journal.merkle.NodeHash;
import org.junit.jupiter.api.Test;

/** Notes and checkpoints in the form of C2SP, beside its public vectors where they are present. */
class SignedNoteTest {

    private static final TreeCheckpoint CHECKPOINT = new TreeCheckpoint("klimrek/journal/demo", 7, NodeHash.EMPTY);

    @Test
    void a_signed_checkpoint_is_read_back_and_verified() throws Exception {
        KeyPair pair = pair();
        NoteKey key = NoteKey.of(CHECKPOINT.origin(), pair.getPublic().getEncoded());
        String note = SignedNote.write(CHECKPOINT.text(), key, sign(pair, CHECKPOINT.text()));

        SignedNote read = SignedNote.parse(note).orElseThrow();
        assertThat(read.isSignedBy(key)).isTrue();
        assertThat(TreeCheckpoint.parse(read.text())).contains(CHECKPOINT);
        assertThat(NoteKey.parse(key.toString())).contains(key);
        assertThat(read.isSignedBy(
                        NoteKey.of(CHECKPOINT.origin(), pair().getPublic().getEncoded())))
                .isFalse();
        assertThat(read.isSignedBy(
                        NoteKey.of("klimrek/journal/other", pair.getPublic().getEncoded())))
                .as("the same key under another name")
                .isFalse();
    }

    @Test
    void no_character_of_a_signed_note_can_be_changed() throws Exception {
        KeyPair pair = pair();
        NoteKey key = NoteKey.of(CHECKPOINT.origin(), pair.getPublic().getEncoded());
        String note = SignedNote.write(CHECKPOINT.text(), key, sign(pair, CHECKPOINT.text()));
        for (int i = 0; i < note.length(); i++) {
            for (char other : new char[] {'0', 'A', ' ', '\n'}) {
                String changed = note.substring(0, i) + other + note.substring(i + 1);
                boolean accepted = SignedNote.parse(changed)
                        .filter(read -> read.isSignedBy(key))
                        .flatMap(read -> TreeCheckpoint.parse(read.text()))
                        .isPresent();
                assertThat(accepted).as("%s at %s", other, i).isEqualTo(changed.equals(note));
            }
            assertThat(SignedNote.parse(note.substring(0, i)).filter(read -> read.isSignedBy(key)))
                    .as("cut at %s", i)
                    .isEmpty();
        }
    }

    @Test
    void what_is_no_checkpoint_is_refused() {
        String root = CHECKPOINT.text().lines().toList().get(2);
        for (String text : List.of(
                "",
                "log\n7\n",
                "log\n7\n" + root,
                "log\n07\n" + root + "\n",
                "log\n-7\n" + root + "\n",
                "log\n7\n" + root + "\nmore\n",
                "log\n99999999999999999999\n" + root + "\n",
                "\n7\n" + root + "\n",
                "log\n7\nYmFuYW5hcw==\n")) {
            assertThat(TreeCheckpoint.parse(text)).as(text).isEmpty();
        }
        assertThatThrownBy(() -> new TreeCheckpoint("two words", 7, NodeHash.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_public_notes() throws IOException {
        for (JsonNode one : PublicNotes.vectors("signed-note.json").path("open")) {
            if (one.path("note").isMissingNode()
                    || one.path("verifiers").size() != 1
                    || NoteKey.parse(one.path("verifiers").path(0).asText()).isEmpty()) {
                continue;
            }
            boolean opened = NoteKey.parse(one.path("verifiers").path(0).asText())
                    .flatMap(key -> SignedNote.parse(one.path("note").asText()).filter(note -> note.isSignedBy(key)))
                    .isPresent();
            assertThat(opened)
                    .as(one.path("desc").asText())
                    .isEqualTo(one.path("want").asText().equals("ok"));
        }
    }

    @Test
    void the_public_keys_that_are_none_are_refused() throws IOException {
        for (JsonNode one : PublicNotes.vectors("signed-note.json").path("verifierKeys")) {
            if (!one.path("want").asText().equals("ok")) {
                assertThat(NoteKey.parse(one.path("key").asText()))
                        .as(one.path("why").asText())
                        .isEmpty();
            }
        }
    }

    @Test
    void the_checkpoints_of_a_public_log() throws IOException {
        JsonNode log = PublicNotes.vectors("tlog-tiles-log15.json");
        NoteKey key = NoteKey.parse(log.path("verifierKey").asText()).orElseThrow();
        for (int size = 0; size <= 15; size++) {
            SignedNote note = SignedNote.parse(
                            log.path("checkpointBySize").path(size).asText())
                    .orElseThrow();
            assertThat(note.isSignedBy(key)).isTrue();
            assertThat(TreeCheckpoint.parse(note.text()).orElseThrow().size()).isEqualTo(size);
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static byte[] sign(KeyPair pair, String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return signature.sign();
    }
}
