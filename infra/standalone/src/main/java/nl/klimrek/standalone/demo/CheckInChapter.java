package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.klimrek.contracts.conversations.AgreementKept;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.standalone.demo.client.ApiResponse;
import nl.klimrek.standalone.demo.client.CollectedEvent;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;
import nl.klimrek.standalone.demo.script.DemoStep;
import nl.klimrek.standalone.demo.script.SlotProposal;

/** Chapter: a check-in is declined and rescheduled, with the open agreements carried over to its agenda. */
final class CheckInChapter {

    private final DemoContext context;
    private final DemoUser employee;
    private final String earlier;
    private final String promised;
    private String path = "";

    /** @param earlier the previous conversation; @param promised its open agreement */
    CheckInChapter(DemoContext context, DemoUser employee, String earlier, String promised) {
        this.context = context;
        this.employee = employee;
        this.earlier = earlier;
        this.promised = promised;
    }

    void play() {
        DemoScript script = context.script();
        script.chapter("The dialogue goes on");
        script.step("Bram asks for a check-in and proposes a time", this::asked);
        script.look("What Bram promised before is on its agenda by itself", this::carriedOver);
        script.step(employee.name() + " declines that time, with a reason", this::declined);
        script.step("They move it: " + employee.name() + " proposes, Bram accepts", this::moved);
        script.step("Bram keeps the promise", this::kept);
    }

    /** Path of the check-in, which has its time. */
    String path() {
        return path;
    }

    private void asked(DemoStep step) {
        String id = context.bram()
                .post("/api/conversations", Map.of("type", "CHECK_IN", "employee", employee.id()))
                .text("id");
        path = "/api/conversations/" + id;
        Map<String, String> morning = SlotProposal.firstFree(context.bram(), employee, path, context.today(), 9);
        context.bram().post(path + "/invitation", morning);
        step.proof("conversation %s, slot %s", id, Objects.requireNonNull(morning.get("slotStart")));
    }

    private void carriedOver(DemoStep step) {
        for (DemoUser side : new DemoUser[] {employee, context.bram()}) {
            Eventually.until("the promise is on " + side.name() + "'s agenda", () -> onAgenda(side));
        }
        step.proof(
                "agreement %s, owner %s, on both agendas; nobody put it there",
                promised, onAgenda(employee).orElseThrow().get("owner").asText());
    }

    private void declined(DemoStep step) {
        JsonNode before = employee.get(path);
        String reason = context.typed("Die ochtend begeleid ik een stagiaire op haar examen.");
        ApiResponse answer = employee.post(path + "/decline", Map.of("reason", reason));
        DemoFailure.unless(
                "PLANNED".equals(answer.text("status")),
                "Declined, it is %s and not back in its window.",
                answer.text("status"));
        DemoFailure.unless(
                before.get("windowUntil").asText().equals(answer.text("windowUntil")), "Declining changed its window.");
        DemoFailure.unless(
                reason.equals(context.bram().get(path).path("declineReason").asText()), "Bram cannot read the reason.");
        CollectedEvent event = context.events()
                .await(
                        "declining is told",
                        ConversationDeclined.class,
                        told -> told.correlation().equals(step.correlation()));
        step.proof(
                "back in its window until %s; Bram reads why, the bus has only a commitment %.8s…",
                answer.text("windowUntil"), event.text("reason"));
    }

    private void moved(DemoStep step) {
        Map<String, String> later = SlotProposal.firstFree(
                context.bram(), employee, path, context.today().plusDays(2), 15);
        employee.post(path + "/invitation", later);
        ApiResponse accepted = context.bram().post(path + "/acceptance", later);
        DemoFailure.unless("ACCEPTED".equals(accepted.text("status")), "It is %s.", accepted.text("status"));
        step.proof("ACCEPTED for %s", accepted.text("slotStart"));
    }

    private void kept(DemoStep step) {
        context.bram().post("/api/conversations/" + earlier + "/agreements/" + promised + "/keeping");
        context.events().await("keeping is told", AgreementKept.class, told -> promised.equals(told.text("agreement")));
        Eventually.until(
                "the promise is off the agenda",
                () -> onAgenda(employee).isPresent() ? Optional.empty() : Optional.of(true));
        step.proof("kept, and off the agenda of the check-in");
    }

    private Optional<JsonNode> onAgenda(DemoUser reader) {
        for (JsonNode agreement : reader.get(path + "/agenda").get("carriedOver")) {
            if (promised.equals(agreement.get("id").asText())) {
                return Optional.of(agreement);
            }
        }
        return Optional.empty();
    }
}
