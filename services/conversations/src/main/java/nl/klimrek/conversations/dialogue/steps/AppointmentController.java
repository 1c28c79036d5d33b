package nl.klimrek.conversations.dialogue.steps;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.SchedulingSteps;
import nl.klimrek.conversations.dialogue.scheduling.Decline;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finding a time together; both sides have the same steps. */
@RestController
@RequestMapping("/api/conversations/{id}")
class AppointmentController {

    private final Participation participation;
    private final CurrentRoster roster;

    AppointmentController(Participation participation, CurrentRoster roster) {
        this.participation = participation;
        this.roster = roster;
    }

    /** @param slotStart with {@code slotEnd} the slot agreed with; both absent for the current proposal */
    record Acceptance(@Nullable Instant slotStart, @Nullable Instant slotEnd) {}

    /** @param reason why; or instead of a reason another slot */
    record DeclineBody(
            @Size(max = 2000) @Nullable String reason,
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd) {}

    /** @param reason why, for the other side to read; may be absent */
    record Cancellation(@Size(max = 2000) @Nullable String reason) {}

    @PostMapping("invitation")
    ResponseEntity<StepResponse> invite(
            @PathVariable String id, @Valid @RequestBody SlotBody body, Caller caller, MessageContext context) {
        Slot slot = body.slot();
        return participation.respond(
                caller,
                id,
                context,
                (now, side) -> SchedulingSteps.invite(now, side, slot, roster.now(), today(caller, now)));
    }

    @PostMapping("acceptance")
    ResponseEntity<StepResponse> accept(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Acceptance body,
            Caller caller,
            MessageContext context) {
        Slot seen = body == null || body.slotStart() == null && body.slotEnd() == null
                ? null
                : SlotBody.slot(body.slotStart(), body.slotEnd());
        return participation.respond(caller, id, context, (now, side) -> SchedulingSteps.accept(now, side, seen));
    }

    @PostMapping("counter-proposal")
    ResponseEntity<StepResponse> reschedule(
            @PathVariable String id, @Valid @RequestBody SlotBody body, Caller caller, MessageContext context) {
        Slot slot = body.slot();
        return participation.respond(
                caller, id, context, (now, side) -> SchedulingSteps.reschedule(now, side, slot, roster.now()));
    }

    @PostMapping("decline")
    ResponseEntity<StepResponse> decline(
            @PathVariable String id, @Valid @RequestBody DeclineBody body, Caller caller, MessageContext context) {
        boolean countered = body.slotStart() != null || body.slotEnd() != null;
        Decline decline = Decline.of(
                PrivateText.ofOptional(body.reason()),
                countered ? Optional.of(() -> SlotBody.slot(body.slotStart(), body.slotEnd())) : Optional.empty());
        return participation.respond(
                caller,
                id,
                context,
                (now, side) -> SchedulingSteps.decline(now, side, decline, roster.now(), today(caller, now)));
    }

    @PostMapping("cancellation")
    ResponseEntity<StepResponse> cancel(
            @PathVariable String id,
            @Valid @RequestBody(required = false) Cancellation body,
            Caller caller,
            MessageContext context) {
        PrivateText reason =
                body == null ? null : PrivateText.ofOptional(body.reason()).orElse(null);
        return participation.respond(
                caller, id, context, (now, side) -> now.cancel(CancelReason.NO_LONGER_NEEDED, reason));
    }

    private LocalDate today(Caller caller, Conversation now) {
        return roster.today(caller.organisation(), now.participants().employee());
    }
}
