package nl.klimrek.conversations.dialogue.steps;

import jakarta.validation.Valid;
import java.util.function.BiFunction;
import nl.klimrek.conversations.dialogue.CarryOver;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.text.PrivateText;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Settles an open agreement of another conversation on the agenda of this one.
 *
 * <p>A side of this conversation may do so now, including a new manager who cannot read the other conversation. The
 * response has no text of it. The tag is the version of the conversation {@code from}, which the agreement belongs to.
 */
@RestController
@RequestMapping("/api/conversations/{id}/carried-over/{from}/agreements/{agreement}")
class CarryOverController {

    private final AggregateStore<Conversation> conversations;
    private final Participation participation;
    private final CurrentRoster roster;

    CarryOverController(AggregateStore<Conversation> conversations, Participation participation, CurrentRoster roster) {
        this.conversations = conversations;
        this.participation = participation;
        this.roster = roster;
    }

    @PostMapping("keeping")
    ResponseEntity<AgreementResponse> keep(
            @PathVariable String id,
            @PathVariable String from,
            @PathVariable String agreement,
            Caller caller,
            MessageContext context) {
        Versioned<Conversation> after = settle(
                caller,
                id,
                from,
                context,
                (agenda, other) -> other.keep(
                        agreement,
                        roster.today(caller.organisation(), other.participants().employee())));
        return ETags.ok(AgreementResponse.of(after, agreement), after);
    }

    @PostMapping("dropping")
    ResponseEntity<AgreementResponse> drop(
            @PathVariable String id,
            @PathVariable String from,
            @PathVariable String agreement,
            @Valid @RequestBody DropRequest body,
            Caller caller,
            MessageContext context) {
        PrivateText reason = PrivateText.of(body.reason());
        Versioned<Conversation> after = settle(
                caller,
                id,
                from,
                context,
                (agenda, other) -> other.drop(
                        agreement, reason, agenda.now().participants().counterpart()));
        return ETags.ok(AgreementResponse.of(after, agreement), after);
    }

    private Versioned<Conversation> settle(
            Caller caller,
            String id,
            String from,
            MessageContext context,
            BiFunction<CarryOver, Conversation, Decision<Conversation>> step) {
        CarryOver agenda = agenda(caller, id);
        return conversations.handle(Key.of(caller.organisation(), from), context, found -> {
            Conversation other = found.orElseThrow(() -> new RefusedException(Refusal.of("agreement-unknown")));
            return agenda.settle(other, open -> step.apply(agenda, open));
        });
    }

    /** {@code conversation-unknown}, or {@code forbidden} for anybody who is not a side of it now. */
    private CarryOver agenda(Caller caller, String id) {
        Conversation now = participation.find(caller, id).state();
        return new CarryOver(now, participation.require(caller, now));
    }
}
