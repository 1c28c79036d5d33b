package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.conversations.ConversationsDisclosed;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.PromptTracker;

/** Chapter: both participants prepare in private and then share. */
final class PreparationChapter {

    private static final List<String> EMPLOYEE_SAYS = List.of(
            "Ik krijg energie van lastige wondzorg en van stagiairs die iets durven vragen.",
            "De avondroutes slokken me op; daar zou ik graag iets aan verschuiven.",
            "Over een jaar wil ik palliatieve zorg begeleiden, liefst samen met het ziekenhuis.");
    private static final List<String> BRAM_SAYS = List.of(
            "Je rustige uitleg bij onrustige families valt iedereen op.",
            "Ik kan roosterruimte vrijmaken en de vergoeding samen met je doornemen.",
            "Volgens mij mag je vaker voorgaan bij ingewikkelde casussen.");

    private final DemoContext context;
    private final DemoUser employee;
    private final String path;
    private final PromptTracker prompts;

    PreparationChapter(DemoContext context, DemoUser employee, String conversation, PromptTracker prompts) {
        this.context = context;
        this.employee = employee;
        this.path = "/api/conversations/" + conversation;
        this.prompts = prompts;
    }

    void play() {
        context.script().chapter("Preparation, two-sided and private");
        context.script().step(employee.name() + " prepares", step -> {
            int answers = prepare(employee, EMPLOYEE_SAYS);
            JsonNode seen = context.bram().get(path);
            DemoFailure.unless(
                    seen.path("theirs").has("shared")
                            && !seen.path("theirs").path("shared").asBoolean()
                            && seen.path("theirs").path("answers").isMissingNode(),
                    "Bram can read what was not shared.");
            DemoFailure.unless(
                    context.words().firstIn(seen.path("theirs").toString()).isEmpty(),
                    "Bram sees a word that was not shared.");
            step.proof("%d answers; Bram sees that there is something, and not a word of it", answers);
        });
        context.script().step("Bram prepares too", step -> {
            int answers = prepare(context.bram(), BRAM_SAYS);
            step.proof(
                    "%d answers; the prompts to prepare are %s",
                    answers, prompts.settled(PromptAction.PREPARE, context.bram()));
        });
        context.script().step("Both share what they wrote", step -> {
            employee.post(path + "/preparation/sharing");
            context.bram().post(path + "/preparation/sharing");
            reads(context.bram(), EMPLOYEE_SAYS);
            reads(employee, BRAM_SAYS);
            context.events()
                    .await(
                            "the look at a preparation is logged",
                            ConversationsDisclosed.class,
                            look -> look.correlation().equals(step.correlation())
                                    && "PREPARATION".equals(look.text("content")));
            step.proof("each reads the other's; both looks are logged");
        });
    }

    private int prepare(DemoUser author, List<String> says) {
        JsonNode questions = author.get(path).get("questions");
        List<Map<String, String>> answers = new ArrayList<>();
        for (int i = 0; i < Math.min(says.size(), questions.size()); i++) {
            answers.add(Map.of("question", questions.get(i).get("id").asText(), "text", context.typed(says.get(i))));
        }
        DemoFailure.unless(!answers.isEmpty(), "%s is offered no questions.", author.name());
        author.post(path + "/preparation", Map.of("answers", answers));
        return answers.size();
    }

    private void reads(DemoUser reader, List<String> says) {
        String theirs = reader.get(path).path("theirs").path("answers").toString();
        DemoFailure.unless(theirs.contains(says.get(0)), "%s cannot read what was shared.", reader.name());
    }
}
