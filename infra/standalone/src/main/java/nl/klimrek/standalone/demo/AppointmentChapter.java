package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.standalone.demo.client.ApiResponse;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoOptions;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.PromptTracker;
import nl.klimrek.standalone.demo.script.SlotProposal;

/** Chapter: both participants agree on a time and are prompted to prepare. */
final class AppointmentChapter {

    private final DemoContext context;
    private final DemoOptions options;
    private final DemoUser employee;
    private final String conversation;
    private final String path;
    private final PromptTracker prompts;

    AppointmentChapter(
            DemoContext context, DemoOptions options, DemoUser employee, String conversation, PromptTracker prompts) {
        this.context = context;
        this.options = options;
        this.employee = employee;
        this.conversation = conversation;
        this.path = "/api/conversations/" + conversation;
        this.prompts = prompts;
    }

    void play(NewEmployee newEmployee) {
        Map<String, String> morning = SlotProposal.firstFree(context.bram(), employee, path, context.today(), 10);
        Map<String, String> afternoon = SlotProposal.firstFree(context.bram(), employee, path, context.today(), 14);
        context.script().chapter("A time for a conversation");
        context.script().step("Bram moves the time the planner proposed to " + employee.name(), step -> {
            String planned = Eventually.until(
                    "the planner proposed a time",
                    () -> Optional.ofNullable(
                            context.bram().get(path).path("slotStart").textValue()));
            context.bram().post(path + "/counter-proposal", morning);
            step.proof("the planner had proposed %s", planned);
            context.bram().tryPost(path + "/acceptance", morning).refused("own-proposal");
            prompts.planned(PromptAction.ANSWER_INVITATION, employee);
            step.proof(
                    "slot %s; a prompt to answer is planned for %s",
                    Objects.requireNonNull(morning.get("slotStart")), employee.name());
        });
        context.script().step(employee.name() + " proposes another time", step -> {
            ApiResponse moved = employee.post(path + "/counter-proposal", afternoon);
            DemoFailure.unless(
                    "EMPLOYEE".equals(moved.text("proposedBy")),
                    "The other time is not %s's proposal.",
                    employee.name());
            prompts.planned(PromptAction.ANSWER_INVITATION, context.bram());
            String first = prompts.settled(PromptAction.ANSWER_INVITATION, employee);
            step.proof("now Bram is asked; %s's prompt is %s", employee.name(), first);
        });
        new CalendarReplyChapter(context, options, conversation)
                .play(Objects.requireNonNull(afternoon.get("slotStart")));
        context.script().look("Both are asked to prepare", step -> {
            prompts.planned(PromptAction.PREPARE, employee);
            prompts.planned(PromptAction.PREPARE, context.bram());
            prompts.sent(PromptAction.PREPARE, employee);
            prompts.sent(PromptAction.PREPARE, context.bram());
            JsonNode mail = context.mailbox().newestTo(newEmployee.email());
            step.proof(
                    "both are asked to prepare; at /mail for %s: \"%s\"",
                    newEmployee.email(), mail.get("subject").asText());
        });
    }
}
