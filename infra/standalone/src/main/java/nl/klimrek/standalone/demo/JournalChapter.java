package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.journal.verify.VerifyExport;
import nl.klimrek.standalone.demo.client.CollectedEvent;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoOptions;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;
import nl.klimrek.standalone.demo.script.EventCheck;

/** Chapter: the journal contains every step exactly as published, and its chain verifies. */
final class JournalChapter {

    private static final int EVERY_PAGE = 200;

    private final DemoContext context;
    private final DemoOptions options;

    JournalChapter(DemoContext context, DemoOptions options) {
        this.context = context;
        this.options = options;
    }

    void play() {
        DemoScript script = context.script();
        List<String> steps = script.correlations();
        script.look("The events on Kafka", step -> {
            EventCheck check = new EventCheck(context.words());
            List<CollectedEvent> events = context.events().soFar();
            events.forEach(check::check);
            step.proof(
                    "%d events validate against their schemas; none holds one of the %d words that were typed",
                    events.size(), context.words().count());
        });
        script.look("The journal", step -> {
            int entries = steps.stream().mapToInt(this::journalled).sum();
            step.proof(
                    "each of the %d steps is in it, with the %d events they led to, once each", steps.size(), entries);
        });
        script.look("The chain", step -> {
            JsonNode verified = context.auditor().get("/api/journal/verify");
            DemoFailure.unless(verified.path("verified").asBoolean(), "The journal does not verify: %s", verified);
            step.proof(
                    "%s entries verified by the service",
                    verified.get("entries").asText());
            step.proof("an export of it, offline: %s", offline());
        });
    }

    /** Waits until the journal has exactly the events of this step; returns their number. */
    private int journalled(String correlation) {
        return Eventually.until("the journal has every event of " + correlation, () -> {
            List<String> published = context.events().soFar().stream()
                    .filter(event -> correlation.equals(event.correlation()))
                    .map(CollectedEvent::id)
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
            JsonNode page = context.auditor()
                    .get("/api/journal/timeline?correlation=" + correlation + "&limit=" + EVERY_PAGE + after);
            page.get("items").forEach(entry -> ids.add(entry.get("id").asText()));
            if (!page.hasNonNull("next")) {
                return ids;
            }
            after = "&after=" + page.get("next").asText();
        }
    }

    /** Verifies an export offline against the published checkpoints. */
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
                    context.auditor().token(),
                    out,
                    out);
            String verdict = said.toString(StandardCharsets.UTF_8).strip().replaceAll("\\R", "; ");
            DemoFailure.unless(code == 0, "The export does not verify offline: %s", verdict);
            return verdict;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was interrupted.");
        }
    }
}
