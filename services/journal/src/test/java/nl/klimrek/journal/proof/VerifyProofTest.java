package nl.klimrek.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.Commitment;
import nl.klimrek.journal.chain.EntryContent;
import nl.klimrek.journal.chain.EventFixture;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.SignedTrees;
import nl.klimrek.journal.export.PolicyFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/journal prove} on files. */
class VerifyProofTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CheckpointSigningKey key = CheckpointSigningKey.generate();
    private final SignedTrees journal = SignedTrees.of(7, key);

    @TempDir
    Path folder;

    private Path proof;

    @BeforeEach
    void aProof() throws IOException {
        proof = write("step.tlog-proof", journal.proof(3).text());
    }

    @Test
    void a_step_is_proven_with_the_keys_beside_it() throws IOException {
        write(PolicyFile.NAME, journal.policy().text());

        assertThat(run(proof.toString())).isZero();
        assertThat(said())
                .startsWith("step proven: entry 3 of the journal of demo, in a signed tree of 7 entries")
                .contains("nl.klimrek.conversations.conversation-planned.v1")
                .contains("by:        anna")
                .contains("signed by: " + journal.noteKey());
    }

    @Test
    void keys_that_are_named_win_over_those_beside_it() throws IOException {
        write(PolicyFile.NAME, journal.policy().text());
        Path other = write(
                "other",
                SignedTrees.of(1, CheckpointSigningKey.generate()).policy().text());

        assertThat(run(proof.toString(), "--policy", other.toString())).isEqualTo(1);
        assertThat(said()).isEqualTo("not proven: none of the accepted keys signed its checkpoint (NOT_SIGNED)\n");
    }

    @Test
    void a_text_is_proven_when_the_step_commits_to_it() throws IOException {
        Commitment commitment = Commitment.to("Each Friday an hour for the course");
        NewEntry draft = EventFixture.draft("c1", 8);
        journal.append(List.of(new NewEntry(
                draft.event(),
                EntryContent.of(
                        ("{\"conversation\":\"c1\",\"content\":\"" + commitment.hash() + "\"}").getBytes(UTF_8)),
                draft.timelines())));
        proof = write("agreed.tlog-proof", journal.proof(8).text());
        write(PolicyFile.NAME, journal.policy().text());
        String salt = commitment.salt();

        assertThat(run(proof.toString(), "--text", text(salt, "Each Friday an hour for the course")))
                .isZero();
        assertThat(said()).contains("text:      Each Friday an hour for the course");
        for (String other : List.of(
                text(salt, "Each Friday two hours for the course"),
                text("00".repeat(16), "Each Friday an hour for the course"))) {
            assertThat(run(proof.toString(), "--text", other)).isEqualTo(1);
            assertThat(said()).isEqualTo("not proven: the step does not commit to this text (OTHER_TEXT)\n");
        }
        assertThat(run(
                        proof.toString(),
                        "--text",
                        write("none", "{\"salt\":\"x\"}").toString()))
                .isEqualTo(2);
    }

    @Test
    void a_later_journal_continues_the_checkpoint_in_an_earlier_proof() throws IOException {
        write(PolicyFile.NAME, journal.policy().text());
        journal.append(List.of(EventFixture.draft("c1", 8), EventFixture.draft("c1", 9)));
        Path later = write("later.tlog-consistency", journal.consistency(7).text());
        Path note = write("checkpoint", SignedTrees.of(7, key).note());

        for (Path earlier : List.of(proof, note)) {
            assertThat(run(later.toString(), "--earlier", earlier.toString())).isZero();
            assertThat(said())
                    .isEqualTo(
                            "journal continued: the tree of 9 entries of klimrek.example/journal/demo begins with the 7"
                                    + " entries of the earlier checkpoint\n");
        }
        Path other = write("other", SignedTrees.of(6, key).note());
        assertThat(run(later.toString(), "--earlier", other.toString())).isEqualTo(1);
        assertThat(said()).contains("OTHER_BEGIN");
        assertThat(run(later.toString())).as("without an earlier checkpoint").isEqualTo(2);
    }

    @Test
    void a_wrong_command_or_file_is_answered_with_one_sentence() throws IOException {
        String policy = write("policy", journal.policy().text()).toString();
        String witnessed = write("witnessed", journal.policy().text().replace("none", "all"))
                .toString();
        List<List<String>> commands = new ArrayList<>(List.of(
                List.of(),
                List.of("--policy"),
                List.of("--what"),
                List.of(proof.toString(), proof.toString()),
                List.of(proof.toString()),
                List.of(folder.toString(), "--policy", policy),
                List.of(folder.resolve("none").toString(), "--policy", policy),
                List.of(proof.toString(), "--policy", folder.resolve("none").toString()),
                List.of(proof.toString(), "--policy", proof.toString()),
                List.of(proof.toString(), "--policy", witnessed)));
        for (List<String> arguments : commands) {
            assertThat(run(arguments.toArray(String[]::new)))
                    .as("%s", arguments)
                    .isEqualTo(2);
            assertThat(err.toString(UTF_8).lines()).as("%s", arguments).hasSize(1);
            assertThat(said()).isEmpty();
        }
    }

    @Test
    void what_a_stranger_wrote_cannot_change_the_terminal() throws IOException {
        NewEntry draft = EventFixture.draft("c1", 8, "e\u001b[2J\u202e");
        SignedTrees strange = SignedTrees.of(1, key);
        strange.append(List.of(new NewEntry(
                draft.event(),
                EntryContent.of("{\"conversation\":\"\u001b[2J\u202e\u0007\"}".getBytes(UTF_8)),
                Set.copyOf(draft.timelines()))));
        write(PolicyFile.NAME, strange.policy().text());

        assertThat(run(write("strange", strange.proof(2).text()).toString())).isZero();
        assertThat(said()).doesNotContain("\u001b", "\u202e", "\u0007").contains("?[2J??");
    }

    private String text(String salt, String text) throws IOException {
        return write("text-" + text.length() + salt, "{\"salt\":\"" + salt + "\",\"text\":\"" + text + "\"}")
                .toString();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private String said() {
        return out.toString(UTF_8);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return VerifyProof.run(
                List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
