package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.conversations.AgreementKept;
import nl.klimrek.contracts.conversations.ConversationDeclined;

/** A next conversation that is declined and moved, with what was agreed before on its agenda by itself. */
final class Continuing {

    private final Stage stage;
    private final Person employee;
    private final String earlier;
    private final String promised;
    private String path;

    /** @param earlier the conversation before; @param promised the agreement of it that is still open */
    Continuing(Stage stage, Person employee, String earlier, String promised) {
        this.stage = stage;
        this.employee = employee;
        this.earlier = earlier;
        this.promised = promised;
    }

    void play() {
        Story story = stage.story();
        story.chapter("The dialogue goes on");
        story.step("Bram asks for a check-in and proposes a time", this::asked);
        story.look("What Bram promised before is on its agenda by itself", this::carriedOver);
        story.step(employee.name() + " declines that time, with a reason", this::declined);
        story.step("They move it: " + employee.name() + " proposes, Bram accepts", this::moved);
        story.step("Bram keeps the promise", this::kept);
    }

    private void asked(Step step) {
        String id = stage.bram()
                .does("/api/conversations", Map.of("type", "CHECK_IN", "employee", employee.id()))
                .text("id");
        path = "/api/conversations/" + id;
        Map<String, String> morning = Slots.nextWorkingDay(stage.today(), 9);
        stage.bram().does(path + "/invitation", morning);
        step.proof("conversation %s, slot %s", id, morning.get("slotStart"));
    }

    private void carriedOver(Step step) {
        for (Person side : new Person[] {employee, stage.bram()}) {
            Patience.until("the promise is on " + side.name() + "'s agenda", () -> onAgenda(side));
        }
        step.proof(
                "agreement %s, owner %s, on both agendas; nobody put it there",
                promised, onAgenda(employee).orElseThrow().get("owner").asText());
    }

    private void declined(Step step) {
        JsonNode before = employee.get(path);
        String reason = stage.typed("Die ochtend begeleid ik een stagiaire op haar examen.");
        Answer answer = employee.does(path + "/decline", Map.of("reason", reason));
        Missing.unless(
                "PLANNED".equals(answer.text("status")),
                "Declined, it is %s and not back in its window.",
                answer.text("status"));
        Missing.unless(
                before.get("windowUntil").asText().equals(answer.text("windowUntil")), "Declining changed its window.");
        Missing.unless(
                reason.equals(stage.bram().get(path).path("declineReason").asText()), "Bram can not read the reason.");
        Fact fact = stage.facts()
                .await(
                        "declining is told",
                        ConversationDeclined.class,
                        told -> told.correlation().equals(step.correlation()));
        step.proof(
                "back in its window until %s; Bram reads why, the bus has only a commitment %.8s…",
                answer.text("windowUntil"), fact.text("reason"));
    }

    private void moved(Step step) {
        Map<String, String> later = Slots.nextWorkingDay(stage.today().plusDays(2), 15);
        employee.does(path + "/invitation", later);
        Answer accepted = stage.bram().does(path + "/acceptance", later);
        Missing.unless("ACCEPTED".equals(accepted.text("status")), "It is %s.", accepted.text("status"));
        step.proof("ACCEPTED for %s", accepted.text("slotStart"));
    }

    private void kept(Step step) {
        stage.bram().does("/api/conversations/" + earlier + "/agreements/" + promised + "/keeping");
        stage.facts().await("keeping is told", AgreementKept.class, told -> promised.equals(told.text("agreement")));
        Patience.until(
                "the promise is off the agenda",
                () -> onAgenda(employee).isPresent() ? Optional.empty() : Optional.of(true));
        step.proof("kept, and off the agenda of the check-in");
    }

    private Optional<JsonNode> onAgenda(Person reader) {
        for (JsonNode agreement : reader.get(path + "/agenda").get("carriedOver")) {
            if (promised.equals(agreement.get("id").asText())) {
                return Optional.of(agreement);
            }
        }
        return Optional.empty();
    }
}
