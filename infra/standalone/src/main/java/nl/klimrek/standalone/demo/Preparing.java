package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.conversations.ConversationsDisclosed;
import nl.klimrek.contracts.reminders.PromptAction;

/** Both prepare, each alone until they share it. */
final class Preparing {

    private static final List<String> EMPLOYEE_SAYS = List.of(
            "Ik krijg energie van lastige wondzorg en van stagiairs die iets durven vragen.",
            "De avondroutes slokken me op; daar zou ik graag iets aan verschuiven.",
            "Over een jaar wil ik palliatieve zorg begeleiden, liefst samen met het ziekenhuis.");
    private static final List<String> BRAM_SAYS = List.of(
            "Je rustige uitleg bij onrustige families valt iedereen op.",
            "Ik kan roosterruimte vrijmaken en de vergoeding samen met je doornemen.",
            "Volgens mij mag je vaker voorgaan bij ingewikkelde casussen.");

    private final Stage stage;
    private final Person employee;
    private final String path;
    private final Prompts prompts;

    Preparing(Stage stage, Person employee, String conversation, Prompts prompts) {
        this.stage = stage;
        this.employee = employee;
        this.path = "/api/conversations/" + conversation;
        this.prompts = prompts;
    }

    void play() {
        stage.story().chapter("Preparation, two-sided and private");
        stage.story().step(employee.name() + " prepares", step -> {
            int answers = prepare(employee, EMPLOYEE_SAYS);
            JsonNode seen = stage.bram().get(path);
            Missing.unless(
                    seen.path("theirs").has("shared")
                            && !seen.path("theirs").path("shared").asBoolean()
                            && seen.path("theirs").path("answers").isMissingNode(),
                    "Bram can read what was not shared.");
            Missing.unless(
                    stage.words().firstIn(seen.path("theirs").toString()).isEmpty(),
                    "Bram sees a word that was not shared.");
            step.proof("%d answers; Bram sees that there is something, and not a word of it", answers);
        });
        stage.story().step("Bram prepares too", step -> {
            int answers = prepare(stage.bram(), BRAM_SAYS);
            step.proof(
                    "%d answers; the prompts to prepare are %s",
                    answers, prompts.settled(PromptAction.PREPARE, stage.bram()));
        });
        stage.story().step("Both share what they wrote", step -> {
            employee.does(path + "/preparation/sharing");
            stage.bram().does(path + "/preparation/sharing");
            reads(stage.bram(), EMPLOYEE_SAYS);
            reads(employee, BRAM_SAYS);
            stage.facts()
                    .await(
                            "the look at a preparation is logged",
                            ConversationsDisclosed.class,
                            look -> look.correlation().equals(step.correlation())
                                    && "PREPARATION".equals(look.text("content")));
            step.proof("each reads the other's; both looks are logged");
        });
    }

    private int prepare(Person author, List<String> says) {
        JsonNode questions = author.get(path).get("questions");
        List<Map<String, String>> answers = new ArrayList<>();
        for (int i = 0; i < Math.min(says.size(), questions.size()); i++) {
            answers.add(Map.of("question", questions.get(i).get("id").asText(), "text", stage.typed(says.get(i))));
        }
        Missing.unless(!answers.isEmpty(), "%s is offered no questions.", author.name());
        author.does(path + "/preparation", Map.of("answers", answers));
        return answers.size();
    }

    private void reads(Person reader, List<String> says) {
        String theirs = reader.get(path).path("theirs").path("answers").toString();
        Missing.unless(theirs.contains(says.get(0)), "%s can not read what was shared.", reader.name());
    }
}
