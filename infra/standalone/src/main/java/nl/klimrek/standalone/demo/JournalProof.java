package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.journal.verify.VerifyExport;

/** Every step is in the journal, exactly as it was published, and the chain holds. */
final class JournalProof {

    private static final int EVERY_PAGE = 200;

    private final Stage stage;
    private final DemoOptions options;

    JournalProof(Stage stage, DemoOptions options) {
        this.stage = stage;
        this.options = options;
    }

    void play() {
        Story story = stage.story();
        List<String> steps = story.correlations();
        story.look("The facts on Kafka", step -> {
            FactCheck check = new FactCheck(stage.words());
            List<Fact> facts = stage.facts().untilNow();
            facts.forEach(check::check);
            step.proof(
                    "%d events validate against their schemas; none holds one of the %d words that were typed",
                    facts.size(), stage.words().count());
        });
        story.look("The journal", step -> {
            int entries = steps.stream().mapToInt(this::journalled).sum();
            step.proof(
                    "each of the %d steps is in it, with the %d events they led to, once each", steps.size(), entries);
        });
        story.look("The chain", step -> {
            JsonNode verified = stage.auditor().get("/api/journal/verify");
            Missing.unless(verified.path("verified").asBoolean(), "The journal does not verify: %s", verified);
            step.proof(
                    "%s entries verified by the service",
                    verified.get("entries").asText());
            step.proof("an export of it, offline: %s", offline());
        });
    }

    /** Waits until the journal has exactly the events of this step, and says how many. */
    private int journalled(String correlation) {
        return Patience.until("the journal has every event of " + correlation, () -> {
            List<String> published = stage.facts().untilNow().stream()
                    .filter(fact -> correlation.equals(fact.correlation()))
                    .map(Fact::id)
                    .sorted()
                    .toList();
            List<String> kept = entries(correlation).stream().sorted().toList();
            return kept.equals(published) && !kept.isEmpty() ? Optional.of(kept.size()) : Optional.empty();
        });
    }

    private List<String> entries(String correlation) {
        List<String> ids = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = stage.auditor()
                    .get("/api/journal/timeline?correlation=" + correlation + "&limit=" + EVERY_PAGE + after);
            page.get("items").forEach(entry -> ids.add(entry.get("id").asText()));
            if (!page.hasNonNull("next")) {
                return ids;
            }
            after = "&after=" + page.get("next").asText();
        }
    }

    /** The export, read without any service and set beside the checkpoints that were published. */
    private String offline() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        try {
            int code = VerifyExport.run(
                    List.of(
                            "--port",
                            Integer.toString(options.port),
                            "--kafka-port",
                            Integer.toString(options.kafkaPort),
                            "--client",
                            options.clientFiles.resolve("reader.conf").toString()),
                    stage.auditor().token(),
                    out,
                    out);
            String verdict = said.toString(StandardCharsets.UTF_8).strip().replaceAll("\\R", "; ");
            Missing.unless(code == 0, "The export does not verify offline: %s", verdict);
            return verdict;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Missing("The demo was interrupted.");
        }
    }
}
