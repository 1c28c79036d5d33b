package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSnoozed;
import nl.klimrek.standalone.demo.client.ApiResponse;
import nl.klimrek.standalone.demo.client.CollectedEvent;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;
import nl.klimrek.standalone.demo.script.DemoStep;
import nl.klimrek.standalone.demo.script.OccasionPrompts;

/** Chapter: a planned talk that both hear of, a double booking, a cancellation, and prompts that are bundled, held back or put off. */
final class PromptChapter {

    private static final int SNOOZE_SECONDS = 15;
    private static final String BUNDLE = "Er wachten een paar dingen op je";
    private static final String SETTINGS = "/api/reminders/settings";

    private final DemoContext context;
    private final DemoUser employee;
    private final OccasionPrompts prompts;
    private final String taken;
    private String address = "";
    private String second = "";
    private String third = "";

    /** @param taken path of a conversation of both that has its time */
    PromptChapter(DemoContext context, DemoUser employee, String taken) {
        this.context = context;
        this.employee = employee;
        this.prompts = new OccasionPrompts(context.events());
        this.taken = taken;
    }

    void play(NewEmployee newEmployee) {
        address = newEmployee.email();
        DemoScript script = context.script();
        script.chapter("The right prompt at the right moment");
        script.step("Bram plans two more talks with " + employee.name(), this::planned);
        script.step(employee.name() + " accepts a moment that has another talk already", this::doubleBooked);
        script.step("Bram cancels that talk, with a reason", this::cancelled);
        script.step(employee.name() + " puts off two prompts until the same moment", this::snoozed);
        script.step(employee.name() + " wants no news about talks, and Bram cancels the other one", this::suppressed);
    }

    private void planned(DemoStep step) {
        second = asked("CHECK_IN");
        third = asked("PERFORMANCE");
        for (DemoUser side : List.of(employee, context.bram())) {
            prompts.sent(PromptAction.ARRANGE, side, second);
        }
        JsonNode asked = prompt(prompts.id(PromptAction.ARRANGE, employee, second));
        step.proof(
                "conversation %s; both hear of it: \"%s\"",
                second, asked.path("step").asText());
        step.proof("why: %s", asked.path("why").asText());
    }

    private String asked(String type) {
        return context.bram()
                .post("/api/conversations", Map.of("type", type, "employee", employee.id()))
                .text("id");
    }

    private void doubleBooked(DemoStep step) {
        JsonNode first = employee.get(taken);
        Map<String, String> slot = Map.of(
                "slotStart", first.get("slotStart").asText(),
                "slotEnd", first.get("slotEnd").asText());
        String path = "/api/conversations/" + second;
        context.bram().post(path + "/invitation", slot);
        ApiResponse refused = employee.tryPost(path + "/acceptance", slot).refused("slot-taken");
        JsonNode named = refused.body().path("details");
        DemoFailure.unless(
                taken.endsWith(named.path("conversation").asText()), "The refusal does not name the first talk.");
        step.proof(
                "refused with %s: conversation %s has %s already",
                refused.code(),
                named.path("conversation").asText(),
                named.path("slotStart").asText());
    }

    private void cancelled(DemoStep step) {
        String path = "/api/conversations/" + second;
        String reason = context.typed("Die middag vervang ik een zieke roostermaker.");
        context.bram().post(path + "/cancellation", Map.of("reason", reason));
        String told = prompts.sent(PromptAction.SEE_CANCELLATION, employee, second);
        DemoFailure.unless(
                employee.get(path).toString().contains(reason), "%s cannot read the reason.", employee.name());
        String answer = prompts.ended(PromptAction.ANSWER_INVITATION, employee, second);
        step.proof(
                "%s hears of it and reads the reason; the invitation's prompt is cancelled (%s)",
                employee.name(), answer);
        step.proof("why: %s", prompt(told).path("why").asText());
    }

    private void snoozed(DemoStep step) {
        String told = prompts.id(PromptAction.SEE_CANCELLATION, employee, second);
        String arrange = prompts.sent(PromptAction.ARRANGE, employee, third);
        String until = context.clock()
                .instant()
                .plusSeconds(SNOOZE_SECONDS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        for (String prompt : List.of(told, arrange)) {
            employee.post("/api/reminders/" + prompt + "/snooze", Map.of("until", until));
            context.events()
                    .await("the snooze is told", PromptSnoozed.class, event -> prompt.equals(event.text("prompt")));
        }
        int before = messages();
        for (String prompt : List.of(told, arrange)) {
            CollectedEvent again = prompts.sentAgain(prompt);
            DemoFailure.unless(
                    !Instant.parse(again.headers().getOrDefault("ce_time", "")).isBefore(Instant.parse(until)),
                    "A snoozed prompt came before %s.",
                    until);
        }
        int after = Eventually.until(
                "the message is in the mailbox", () -> Optional.of(messages()).filter(now -> now > before));
        DemoFailure.unless(after == before + 1, "Two prompts came as %d messages.", after - before);
        step.proof("SNOOZED until %s; then both came, bundled as one message", until);
        step.proof("at /mail for %s: \"%s\"", address, BUNDLE);
    }

    private void suppressed(DemoStep step) {
        choose(List.of("CONVERSATIONS"));
        String reason = context.typed("We spraken elkaar vanochtend al uitgebreid.");
        context.bram().post("/api/conversations/" + third + "/cancellation", Map.of("reason", reason));
        String why = prompts.suppressed(PromptAction.SEE_CANCELLATION, employee, third);
        DemoFailure.unless("OPTED_OUT".equals(why), "It was suppressed for %s.", why);
        step.proof("SUPPRESSED because %s: no message, and the record says so", why);
        choose(List.of());
    }

    private void choose(List<String> unwanted) {
        employee.put(SETTINGS, Map.of("withoutMail", List.of(), "unwanted", unwanted), "*")
                .required();
    }

    private int messages() {
        return context.mailbox().countTo(address, BUNDLE);
    }

    private JsonNode prompt(String id) {
        return employee.get("/api/reminders/" + id);
    }
}
