package nl.klimrek.conversations.dialogue.steps;

import jakarta.validation.Valid;
import java.util.function.BiFunction;
import nl.klimrek.conversations.dialogue.CarryOver;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Words;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Settling what is open from another conversation on the agenda of this one. Whoever is a side of this one now may, a new
 * manager too, who need not be able to read the other conversation; its words are not in the answer. The tag is the version
 * of the conversation {@code from}, to which the agreement belongs.
 */
@RestController
@RequestMapping("/api/conversations/{id}/carried-over/{from}/agreements/{agreement}")
class CarriedOverController {

    private final AggregateStore<Conversation> conversations;
    private final Participation participation;
    private final Roster roster;

    CarriedOverController(AggregateStore<Conversation> conversations, Participation participation, Roster roster) {
        this.conversations = conversations;
        this.participation = participation;
        this.roster = roster;
    }

    @PostMapping("keeping")
    ResponseEntity<AgreementAnswer> keep(
            @PathVariable String id,
            @PathVariable String from,
            @PathVariable String agreement,
            Caller caller,
            MessageContext cause) {
        Versioned<Conversation> taken = settle(
                caller,
                id,
                from,
                cause,
                (agenda, other) -> other.keep(
                        agreement,
                        roster.today(caller.organisation(), other.participants().employee())));
        return ETags.ok(AgreementAnswer.of(taken, agreement), taken);
    }

    @PostMapping("dropping")
    ResponseEntity<AgreementAnswer> drop(
            @PathVariable String id,
            @PathVariable String from,
            @PathVariable String agreement,
            @Valid @RequestBody Dropping body,
            Caller caller,
            MessageContext cause) {
        Words reason = Words.of(body.reason());
        Versioned<Conversation> taken = settle(
                caller,
                id,
                from,
                cause,
                (agenda, other) -> other.drop(
                        agreement, reason, agenda.now().participants().counterpart()));
        return ETags.ok(AgreementAnswer.of(taken, agreement), taken);
    }

    private Versioned<Conversation> settle(
            Caller caller,
            String id,
            String from,
            MessageContext cause,
            BiFunction<CarryOver, Conversation, Decision<Conversation>> step) {
        Versioned<Conversation> taken = conversations.handle(Key.of(caller.organisation(), from), cause, found -> {
            CarryOver agenda = agenda(caller, id);
            Conversation other = found.orElseThrow(() -> new RefusedException(Refusal.of("agreement-unknown")));
            return agenda.settle(other, open -> step.apply(agenda, open));
        });
        if (taken.replayed()) {
            agenda(caller, id);
        }
        return taken;
    }

    /** Refused with {@code conversation-unknown}, or with {@code forbidden} for whoever is not a side of it now. */
    private CarryOver agenda(Caller caller, String id) {
        Conversation now = participation.find(caller, id).state();
        return new CarryOver(now, participation.require(caller, now));
    }
}
