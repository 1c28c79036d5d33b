package nl.klimrek.conversations.dialogue.steps;

import java.util.Optional;
import java.util.function.BiFunction;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Standing;
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
import nl.klimrek.servicekit.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Lets only the two who talk near a conversation. A counterpart is one only as long as the relation stands, judged at the
 * moment of use: a former manager is a stranger.
 */
@Component
public class Participation {

    private final AggregateStore<Conversation> conversations;
    private final Roster roster;

    Participation(AggregateStore<Conversation> conversations, Roster roster) {
        this.conversations = conversations;
        this.roster = roster;
    }

    /** The conversation; refused with {@code conversation-unknown} when this organisation has none of that id. */
    public Versioned<Conversation> find(Caller caller, String id) {
        if (!id.matches(Key.ID)) {
            throw new RefusedException(Refusal.of("conversation-unknown"));
        }
        return conversations
                .find(Key.of(caller.organisation(), id))
                .orElseThrow(() -> new RefusedException(Refusal.of("conversation-unknown")));
    }

    /** The side the caller is on now; empty for everybody else. */
    public Optional<Side> sideOf(Caller caller, Conversation conversation) {
        if (caller.is(Role.HR_SYSTEM)) {
            return Optional.empty();
        }
        return conversation
                .participants()
                .sideOf(caller.person())
                .filter(side -> side == Side.EMPLOYEE
                        || roster.standing(caller.organisation(), conversation.participants()) == Standing.STANDS);
    }

    /** Takes a step and answers where the conversation then stands, with its version as the tag. */
    ResponseEntity<StepAnswer> answer(
            Caller caller,
            String id,
            MessageContext cause,
            BiFunction<Conversation, Side, Decision<Conversation>> step) {
        Versioned<Conversation> taken = take(caller, id, cause, step);
        return ETags.ok(StepAnswer.of(taken.state()), taken);
    }

    /** Takes a step for the side the caller is on; refused with {@code forbidden} for everybody else. */
    public Versioned<Conversation> take(
            Caller caller,
            String id,
            MessageContext cause,
            BiFunction<Conversation, Side, Decision<Conversation>> step) {
        Versioned<Conversation> taken = conversations.handle(Key.of(caller.organisation(), id), cause, found -> {
            Conversation now = found.orElseThrow(() -> new RefusedException(Refusal.of("conversation-unknown")));
            return step.apply(now, require(caller, now));
        });
        if (taken.replayed()) {
            require(caller, taken.state());
        }
        return taken;
    }

    /** The side the caller is on now; refused with {@code forbidden} for everybody else. */
    public Side require(Caller caller, Conversation now) {
        return sideOf(caller, now).orElseThrow(() -> new RefusedException(Refusal.of("forbidden")));
    }
}
