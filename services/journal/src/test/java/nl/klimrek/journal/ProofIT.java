package nl.klimrek.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.journal.export.PolicyFile;
import nl.klimrek.journal.proof.VerifyProof;
import nl.klimrek.journal.verify.ExportBundle;
import nl.klimrek.journal.verify.VerifyExport;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestTokens;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs and bundles as people download them from the running service, verified without it. */
class ProofIT extends JournalServiceSuite {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void a_step_that_was_just_journalled_has_a_proof_for_all_who_may_see_it_and_for_nobody_else() throws IOException {
        journal(1, 3);
        write(PolicyFile.NAME, get("/policy", "anna", Role.EMPLOYEE).body());

        for (HttpAnswer answer : List.of(
                get("/entries/2/proof", "anna", Role.EMPLOYEE),
                get("/entries/2/proof", "bram", Role.MANAGER),
                get("/entries/2/proof", "hr", Role.HR),
                auditor("/entries/2/proof"))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(prove(write("step", answer.body()))).isZero();
            assertThat(said())
                    .startsWith("step proven: entry 2 of the journal of " + organisation)
                    .contains("nl.klimrek.conversations.conversation-planned.v1");
        }
        assertThat(get("/entries/2/proof", "carla", Role.EMPLOYEE, Role.MANAGER).status())
                .isEqualTo(404);
        assertThat(journals.as("anna", "other-" + organisation, Role.EMPLOYEE, Role.HR, Role.AUDITOR)
                        .get("/entries/2/proof")
                        .status())
                .isEqualTo(404);
        for (String position : List.of("0", "4", "01", "-1", "x", "99999999999999999999", "2.0")) {
            assertThat(get("/entries/" + position + "/proof", "anna", Role.EMPLOYEE)
                            .status())
                    .as(position)
                    .isEqualTo(404);
        }
    }

    @Test
    void many_who_ask_at_once_get_proofs_and_no_position_is_signed_twice() throws IOException {
        journal(1, 5);
        write(PolicyFile.NAME, get("/policy", "anna", Role.EMPLOYEE).body());
        List<CompletableFuture<HttpAnswer>> asked = IntStream.range(0, 24)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> get("/entries/" + (number % 5 + 1) + "/proof", "hr-" + number, Role.HR)))
                .toList();

        for (CompletableFuture<HttpAnswer> answer : asked) {
            assertThat(prove(write("step", answer.join().ok().body()))).isZero();
        }
        List<String> positions = published(Topics.JOURNAL_CHECKPOINTS).stream()
                .map(checkpoint -> checkpoint.json().path("position").asText())
                .toList();
        assertThat(positions).doesNotHaveDuplicates();
    }

    @Test
    void a_journal_that_grew_continues_the_one_of_an_earlier_proof() throws IOException {
        journal(1, 2);
        String earlier =
                write("step", get("/entries/1/proof", "anna", Role.EMPLOYEE).body());
        write(PolicyFile.NAME, get("/policy", "anna", Role.EMPLOYEE).body());
        journal(3, 300);
        await().atMost(TIMEOUT)
                .until(() -> get("/entries/300/proof", "anna", Role.EMPLOYEE).status() == 200);
        String size = Files.readString(Path.of(earlier)).lines().toList().stream()
                .filter(line -> line.matches("[0-9]+"))
                .findFirst()
                .orElseThrow();

        HttpAnswer answer = get("/consistency?since=" + size, "anna", Role.EMPLOYEE);
        assertThat(prove(write("later", answer.body()), "--earlier", earlier)).isZero();
        assertThat(said()).startsWith("journal continued: the tree of ");
        assertThat(prove(
                        write(
                                "all",
                                get("/consistency?since=1", "anna", Role.EMPLOYEE)
                                        .body()),
                        "--earlier",
                        earlier))
                .as("from another size")
                .isEqualTo(size.equals("1") ? 0 : 1);
        assertThat(get("/consistency?since=x", "anna", Role.EMPLOYEE)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("since-invalid");
        assertThat(get("/consistency?since=301", "anna", Role.EMPLOYEE).status())
                .isEqualTo(404);
        assertThat(journals.as("anna", "other-" + organisation, Role.EMPLOYEE)
                        .get("/consistency?since=1")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_bundle_of_the_running_journal_verifies_offline_and_after_a_change_no_more() throws Exception {
        journal(1, 300);
        Path bundle = folder.resolve("journal.tar");

        assertThat(export(bundle)).isZero();
        assertThat(said())
                .contains("journal verified: 300 entries")
                .contains("its tree and each file of the bundle agree");
        assertThat(export(bundle)).as("a file is never replaced").isEqualTo(2);
        write(PolicyFile.NAME, get("/policy", "anna", Role.EMPLOYEE).body());
        String step =
                write("step", get("/entries/7/proof", "anna", Role.EMPLOYEE).body());
        assertThat(verify(bundle, "--earlier", step)).isZero();
        assertThat(said()).doesNotContain("is from the bundle itself");

        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        assertThat(verify(Files.write(folder.resolve("changed.tar"), bytes))).isEqualTo(1);
        assertThat(get("/bundle", "anna", Role.EMPLOYEE, Role.MANAGER).status()).isEqualTo(403);
    }

    @Test
    void a_changed_entry_or_tree_is_never_proven() {
        journal(1, 3);
        await().atMost(TIMEOUT)
                .until(() -> get("/entries/3/proof", "anna", Role.EMPLOYEE).status() == 200);

        set("chain_entries", "/2", new Document("actor", "nobody"));
        assertThat(get("/entries/2/proof", "anna", Role.EMPLOYEE).status()).isEqualTo(503);
        assertThat(get("/entries/1/proof", "anna", Role.EMPLOYEE).status()).isEqualTo(200);

        set("heads", "/head", new Document("tree.edge", List.of(new Binary(new byte[3 * 32]))));
        HttpAnswer answer = get("/entries/1/proof", "anna", Role.EMPLOYEE);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("code").asText()).isEqualTo("proof-unavailable");
    }

    private void journal(int from, int to) {
        send(IntStream.rangeClosed(from, to)
                .mapToObj(sequence -> planned("anna", "c1", sequence))
                .toList());
        awaitEntries(to);
    }

    private void set(String collection, String name, Document fields) {
        try (MongoClient client = MongoClients.create(journals.backend().mongoUri())) {
            client.getDatabase(journals.database())
                    .getCollection(collection)
                    .updateOne(new Document("_id", organisation + name), new Document("$set", fields));
        }
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int prove(String... arguments) {
        out.reset();
        return VerifyProof.run(List.of(arguments), printer(), System.err);
    }

    private int verify(Path bundle, String... further) throws InterruptedException {
        out.reset();
        List<String> arguments = new ArrayList<>(List.of(bundle.toString()));
        arguments.addAll(List.of(further));
        return VerifyExport.run(arguments, null, printer(), System.err);
    }

    private int export(Path bundle) throws InterruptedException {
        out.reset();
        return ExportBundle.run(
                List.of(
                        bundle.toString(),
                        "--port",
                        Integer.toString(journals.instance(0).port())),
                TestTokens.token("auditor", organisation, Role.AUDITOR),
                printer(),
                System.err);
    }

    private PrintStream printer() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
