package nl.klimrek.conversations.dialogue.steps;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Slot;
import nl.klimrek.conversations.dialogue.Words;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.security.Caller;
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
    private final Roster roster;

    AppointmentController(Participation participation, Roster roster) {
        this.participation = participation;
        this.roster = roster;
    }

    /** @param slotStart with {@code slotEnd} the slot agreed with; both absent for whatever is on the table */
    record Acceptance(Instant slotStart, Instant slotEnd) {}

    /** @param reason why; or instead of a reason another slot */
    record Decline(@Size(max = 2000) String reason, Instant slotStart, Instant slotEnd) {}

    /** @param reason why, for the other side to read; may be absent */
    record Cancellation(@Size(max = 2000) String reason) {}

    @PostMapping("invitation")
    ResponseEntity<StepAnswer> invite(
            @PathVariable String id, @Valid @RequestBody SlotRequest body, Caller caller, MessageContext cause) {
        Slot slot = body.slot();
        return participation.answer(
                caller, id, cause, (now, side) -> now.invite(side, slot, roster.now(), today(caller, now)));
    }

    @PostMapping("acceptance")
    ResponseEntity<StepAnswer> accept(
            @PathVariable String id,
            @RequestBody(required = false) Acceptance body,
            Caller caller,
            MessageContext cause) {
        boolean named = body != null && (body.slotStart() != null || body.slotEnd() != null);
        Slot seen = named ? SlotRequest.slot(body.slotStart(), body.slotEnd()) : null;
        return participation.answer(caller, id, cause, (now, side) -> now.accept(side, seen));
    }

    @PostMapping("counter-proposal")
    ResponseEntity<StepAnswer> reschedule(
            @PathVariable String id, @Valid @RequestBody SlotRequest body, Caller caller, MessageContext cause) {
        Slot slot = body.slot();
        return participation.answer(caller, id, cause, (now, side) -> now.reschedule(side, slot, roster.now()));
    }

    @PostMapping("decline")
    ResponseEntity<StepAnswer> decline(
            @PathVariable String id, @Valid @RequestBody Decline body, Caller caller, MessageContext cause) {
        boolean reasoned = body.reason() != null && !body.reason().isBlank();
        boolean countered = body.slotStart() != null || body.slotEnd() != null;
        if (reasoned == countered) {
            throw new RefusedException(Refusal.of("decline-needs-answer"));
        }
        if (reasoned) {
            Words reason = Words.of(body.reason());
            return participation.answer(
                    caller, id, cause, (now, side) -> now.decline(side, reason, today(caller, now)));
        }
        Slot instead = SlotRequest.slot(body.slotStart(), body.slotEnd());
        return participation.answer(
                caller, id, cause, (now, side) -> now.decline(side, instead, roster.now(), today(caller, now)));
    }

    @PostMapping("cancellation")
    ResponseEntity<StepAnswer> cancel(
            @PathVariable String id,
            @Valid @RequestBody(required = false) Cancellation body,
            Caller caller,
            MessageContext cause) {
        Words reason =
                body == null || body.reason() == null || body.reason().isBlank() ? null : Words.of(body.reason());
        return participation.answer(
                caller, id, cause, (now, side) -> now.cancel(CancelReason.NO_LONGER_NEEDED, reason));
    }

    private LocalDate today(Caller caller, Conversation now) {
        return roster.today(caller.organisation(), now.participants().employee());
    }
}
