package nl.klimrek.standalone.demo;

import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptEscalated;
import nl.klimrek.contracts.reminders.PromptIgnored;
import nl.klimrek.standalone.demo.client.CollectedEvent;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;
import nl.klimrek.standalone.demo.script.DemoStep;
import nl.klimrek.standalone.demo.script.OccasionPrompts;

/**
 * Chapter: a goal waits for time, its manager is asked three times in other words, and a person is asked to look. A day in this
 * series takes a second in the demo.
 */
final class SilenceChapter {

    private final DemoContext context;
    private final DemoUser employee;
    private final OccasionPrompts prompts;
    private final String path;
    private String goal = "";

    SilenceChapter(DemoContext context, DemoUser employee) {
        this.context = context;
        this.employee = employee;
        this.prompts = new OccasionPrompts(context.events());
        this.path = "/api/pop-forms/pop-" + employee.id() + "/goals";
    }

    void play() {
        DemoScript script = context.script();
        script.chapter("A silence ends at a person");
        script.step(employee.name() + " says that a goal waits for time", this::stalled);
        script.look("Bram was asked, and did nothing", this::escalated);
        script.step(employee.name() + " goes on with the goal", this::moves);
    }

    private void stalled(DemoStep step) {
        goal = employee.post(
                        path,
                        Map.of(
                                "title", context.typed("Een middag meekijken op de spoedpost"),
                                "targetDate", context.today().plusMonths(6).toString(),
                                "horizon", "SHORT",
                                "purpose", "BROADEN",
                                "direction", "BROADER"))
                .text("id");
        employee.post(path + "/" + goal + "/start");
        employee.post(path + "/" + goal + "/stall", Map.of("barriers", List.of("TIME"), "blockedFactor", "MOGEN"));
        String asked = prompts.id(PromptAction.MAKE_ROOM, context.bram(), goal);
        step.proof("MOGEN: Bram can do something about that, so Bram is asked (%s) and not %s", asked, employee.name());
    }

    private void escalated(DemoStep step) {
        String asked = prompts.id(PromptAction.MAKE_ROOM, context.bram(), goal);
        CollectedEvent ended = context.events()
                .await("the silence is told", PromptEscalated.class, event -> asked.equals(event.text("prompt")));
        long silences = context.events().soFar().stream()
                .filter(event -> event.is(PromptIgnored.class) && asked.equals(event.text("prompt")))
                .count();
        DemoFailure.unless(silences == 3, "It was escalated after %d messages.", silences);
        String to = ended.text("to");
        DemoFailure.unless(
                to.isEmpty() || !to.equals(context.bram().id()), "The silence was escalated to the one who is silent.");
        step.proof(
                "three messages, each IGNORED; ESCALATED to %s, and no fourth message",
                to.isEmpty() ? "HR" : "Bram's manager, " + to);
    }

    private void moves(DemoStep step) {
        employee.post(path + "/" + goal + "/start");
        String reason = prompts.ended(PromptAction.MAKE_ROOM, context.bram(), goal);
        step.proof("Bram's prompt is cancelled (%s)", reason);
    }
}
