package nl.klimrek.conversations.appointment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.SchedulingSteps;
import nl.klimrek.conversations.dialogue.scheduling.Decline;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.dialogue.scheduling.SlotDeviation;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.conversations.dialogue.steps.StepResponse;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.ETags;
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
    private final AcceptanceService acceptances;
    private final DeviationFinder deviations;
    private final CurrentRoster roster;

    AppointmentController(
            Participation participation,
            AcceptanceService acceptances,
            DeviationFinder deviations,
            CurrentRoster roster) {
        this.participation = participation;
        this.acceptances = acceptances;
        this.deviations = deviations;
        this.roster = roster;
    }

    /**
     * @param slotStart with {@code slotEnd} the slot agreed with; both absent for the current proposal
     * @param outside true if it may be outside the window or the working time of one of the two; absent for false
     */
    record Acceptance(
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd,
            @Nullable Boolean outside) {}

    /**
     * @param reason why; or instead of a reason another slot
     * @param outside true if that slot may be outside the window or the working time of one of the two; absent for false
     */
    record DeclineBody(
            @Size(max = 2000) @Nullable String reason,
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd,
            @Nullable Boolean outside) {}

    /** @param reason why, for both sides to read; without one the conversation is not cancelled */
    record Cancellation(@Size(max = 2000) @Nullable String reason) {}

    @PostMapping("invitation")
    ResponseEntity<StepResponse> invite(
            @PathVariable String id, @Valid @RequestBody SlotBody body, Caller caller, MessageContext context) {
        Slot slot = body.slot();
        Set<SlotDeviation> found = deviations(caller, id, slot);
        return participation.respond(
                caller,
                id,
                context,
                (now, side) -> unless(
                        found,
                        body.outside(),
                        SchedulingSteps.invite(
                                now, new Proposal(slot, side, found), roster.now(), today(caller, now))));
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
        Versioned<Conversation> accepted =
                acceptances.accept(caller, id, seen, body != null && known(body.outside()), context);
        return ETags.ok(StepResponse.of(accepted.state()), accepted);
    }

    @PostMapping("counter-proposal")
    ResponseEntity<StepResponse> reschedule(
            @PathVariable String id, @Valid @RequestBody SlotBody body, Caller caller, MessageContext context) {
        Slot slot = body.slot();
        Set<SlotDeviation> found = deviations(caller, id, slot);
        return participation.respond(
                caller,
                id,
                context,
                (now, side) -> unless(
                        found,
                        body.outside(),
                        SchedulingSteps.reschedule(now, new Proposal(slot, side, found), roster.now())));
    }

    @PostMapping("decline")
    ResponseEntity<StepResponse> decline(
            @PathVariable String id, @Valid @RequestBody DeclineBody body, Caller caller, MessageContext context) {
        boolean countered = body.slotStart() != null || body.slotEnd() != null;
        Side by = participation.require(caller, participation.find(caller, id).state());
        Decline decline = Decline.of(
                PrivateText.ofOptional(body.reason()),
                countered
                        ? Optional.of(() -> {
                            Slot slot = SlotBody.slot(body.slotStart(), body.slotEnd());
                            return new Proposal(slot, by, deviations(caller, id, slot));
                        })
                        : Optional.empty());
        Set<SlotDeviation> found =
                decline.instead() == null ? Set.of() : decline.instead().outside();
        return participation.respond(
                caller,
                id,
                context,
                (now, side) -> unless(
                        found,
                        body.outside(),
                        SchedulingSteps.decline(now, side, decline, roster.now(), today(caller, now))));
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
                caller,
                id,
                context,
                (now, side) -> withReason(now.cancel(CancelReason.NO_LONGER_NEEDED, reason), reason));
    }

    /** The step, unless its sender gives no reason; a conversation is never cancelled in silence. */
    private static Decision<Conversation> withReason(Decision<Conversation> step, @Nullable PrivateText reason) {
        return reason == null && step instanceof Decision.Accepted<Conversation>
                ? Decision.refuse("cancellation-needs-reason")
                : step;
    }

    private Set<SlotDeviation> deviations(Caller caller, String id, Slot slot) {
        Conversation now = participation.find(caller, id).state();
        participation.require(caller, now);
        return deviations.of(caller.organisation(), now, slot);
    }

    /** The step, unless its slot is not as usual and its proposer does not say that it knows. */
    private static Decision<Conversation> unless(
            Set<SlotDeviation> found, @Nullable Boolean outside, Decision<Conversation> step) {
        return step instanceof Decision.Refused<Conversation>
                ? step
                : SlotDeviation.refuses(found, known(outside))
                        .<Decision<Conversation>>map(Decision.Refused::new)
                        .orElse(step);
    }

    private static boolean known(@Nullable Boolean outside) {
        return Boolean.TRUE.equals(outside);
    }

    private LocalDate today(Caller caller, Conversation now) {
        return roster.today(caller.organisation(), now.participants().employee());
    }
}
