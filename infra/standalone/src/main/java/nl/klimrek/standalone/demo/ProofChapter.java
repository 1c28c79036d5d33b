package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.journal.export.PolicyFile;
import nl.klimrek.journal.proof.VerifyProof;
import nl.klimrek.journal.verify.ExportBundle;
import nl.klimrek.journal.verify.VerifyExport;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoOptions;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;

/** Chapter: the employee downloads a step with its proof, the auditor the whole journal, and both are verified offline. */
final class ProofChapter {

    private final DemoContext context;
    private final DemoOptions options;
    private final DemoUser employee;
    private final DemoUser colleague;

    ProofChapter(DemoContext context, DemoOptions options, DemoUser employee, DemoUser colleague) {
        this.context = context;
        this.options = options;
        this.employee = employee;
        this.colleague = colleague;
    }

    void play(String conversation, String agreement) {
        DemoScript script = context.script();
        Path folder = folder();
        try {
            Path proof = folder.resolve("agreement.tlog-proof");
            Path bundle = folder.resolve("klimrek-journal.tar");
            script.look(employee.name() + " downloads the agreement with its proof", step -> {
                String position = position(conversation, agreement);
                write(proof, employee.file("/api/journal/entries/" + position + "/proof"));
                write(folder.resolve(PolicyFile.NAME), employee.file("/api/journal/policy"));
                Path words = folder.resolve("agreement.json");
                write(
                        words,
                        employee.file("/api/conversations/" + conversation + "/agreements/" + agreement + "/text"));
                int stranger = colleague
                        .tryGet("/api/journal/entries/" + position + "/proof")
                        .status();
                DemoFailure.unless(stranger == 404, "A colleague got the proof: %d.", stranger);
                step.proof("%d bytes, and the keys; to a colleague the step does not exist", size(proof));
                step.proof(
                        "infra/journal prove, offline: %s; and it commits to the words that were agreed",
                        proven(proof, words));
            });
            script.look("The auditor exports the journal", step -> {
                step.proof("%s", exported(bundle));
                step.proof("%d bytes, with its tree, keys and format page", size(bundle));
                step.proof("infra/journal verify, offline, continuing that proof: %s", verified(bundle, proof));
            });
        } finally {
            delete(folder);
        }
    }

    /** Position of an agreement in the journal. */
    private String position(String conversation, String agreement) {
        JsonNode made = Eventually.until(
                "the agreement is on the timeline",
                () -> StreamSupport.stream(
                                employee.get("/api/journal/timeline?limit=200&subject=" + conversation)
                                        .get("items")
                                        .spliterator(),
                                false)
                        .filter(entry -> entry.get("type").asText().equals(Contracts.typeOf(AgreementMade.class))
                                && entry.at("/data/agreement").asText().equals(agreement))
                        .findFirst());
        return made.get("position").asText();
    }

    private static String proven(Path proof, Path words) {
        return first(run(
                "The proof does not hold",
                out -> VerifyProof.run(List.of(proof.toString(), "--text", words.toString()), out, out)));
    }

    private String exported(Path bundle) {
        return first(run(
                "The journal cannot be exported",
                out -> ExportBundle.run(
                        List.of(bundle.toString(), "--port", Integer.toString(options.port)),
                        context.auditor().token(),
                        out,
                        out)));
    }

    private static String verified(Path bundle, Path earlier) {
        return first(run(
                "The export does not verify",
                out -> VerifyExport.run(List.of(bundle.toString(), "--earlier", earlier.toString()), "", out, out)));
    }

    /** A program of {@code infra/journal}; returns its exit code. */
    private interface Program {
        int run(PrintStream out) throws InterruptedException;
    }

    private static String run(String otherwise, Program program) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            int code = program.run(new PrintStream(said, true, StandardCharsets.UTF_8));
            String verdict = said.toString(StandardCharsets.UTF_8);
            DemoFailure.unless(code == 0, "%s: %s", otherwise, verdict);
            return verdict;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was interrupted.");
        }
    }

    private static String first(String verdict) {
        return verdict.lines().findFirst().orElse("");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("klimrek-demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
