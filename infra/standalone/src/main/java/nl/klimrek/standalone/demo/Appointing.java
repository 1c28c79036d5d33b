package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.reminders.PromptAction;

/** Two people find a time, and are asked to prepare. */
final class Appointing {

    private final Stage stage;
    private final Person employee;
    private final String path;
    private final Prompts prompts;

    Appointing(Stage stage, Person employee, String conversation, Prompts prompts) {
        this.stage = stage;
        this.employee = employee;
        this.path = "/api/conversations/" + conversation;
        this.prompts = prompts;
    }

    void play(Joiner joiner) {
        Map<String, String> morning = Slots.nextWorkingDay(stage.today(), 10);
        Map<String, String> afternoon = Slots.nextWorkingDay(stage.today(), 14);
        stage.story().chapter("A time for a conversation");
        stage.story().step("Bram moves the time the planner proposed to " + employee.name(), step -> {
            String planned = Patience.until(
                    "the planner proposed a time",
                    () -> Optional.ofNullable(
                            stage.bram().get(path).path("slotStart").textValue()));
            stage.bram().does(path + "/counter-proposal", morning);
            step.proof("the planner had proposed %s", planned);
            stage.bram().tries(path + "/acceptance", morning).refused("own-proposal");
            prompts.planned(PromptAction.ANSWER_INVITATION, employee);
            step.proof("slot %s; a prompt to answer is planned for %s", morning.get("slotStart"), employee.name());
        });
        stage.story().step(employee.name() + " proposes another time", step -> {
            Answer moved = employee.does(path + "/counter-proposal", afternoon);
            Missing.unless(
                    "EMPLOYEE".equals(moved.text("proposedBy")),
                    "The other time is not %s's proposal.",
                    employee.name());
            prompts.planned(PromptAction.ANSWER_INVITATION, stage.bram());
            String first = prompts.settled(PromptAction.ANSWER_INVITATION, employee);
            step.proof("now Bram is asked; %s's prompt is %s", employee.name(), first);
        });
        stage.story().step("Bram accepts", step -> {
            Missing.unless(
                    "ACCEPTED"
                            .equals(stage.bram()
                                    .does(path + "/acceptance", afternoon)
                                    .text("status")),
                    "It is not accepted.");
            prompts.planned(PromptAction.PREPARE, employee);
            prompts.planned(PromptAction.PREPARE, stage.bram());
            prompts.sent(PromptAction.PREPARE, employee);
            prompts.sent(PromptAction.PREPARE, stage.bram());
            JsonNode mail = stage.mailbox().newestTo(joiner.email());
            step.proof(
                    "both are asked to prepare; at /mail for %s: \"%s\"",
                    joiner.email(), mail.get("subject").asText());
        });
    }
}
