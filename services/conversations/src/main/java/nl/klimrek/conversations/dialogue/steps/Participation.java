package nl.klimrek.conversations.dialogue.steps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.coach.CoachRegister;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.RelationshipStatus;
import nl.klimrek.conversations.externalcoach.ExternalCoachRegister;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.StaleVersionException;
import nl.klimrek.eventing.marker.CommandKeyReusedException;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Authorises the two participants of a conversation, and nobody else. A counterpart is one only while the relation stands, as
 * the roster and the register of coaches have it at that moment: a former manager or coach is a stranger.
 */
@Component
public class Participation {

    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;
    private final CoachRegister coaches;
    private final ExternalCoachRegister externals;

    Participation(
            AggregateStore<Conversation> conversations,
            CurrentRoster roster,
            CoachRegister coaches,
            ExternalCoachRegister externals) {
        this.coaches = coaches;
        this.externals = externals;
        this.conversations = conversations;
        this.roster = roster;
    }

    /** The conversation; {@code conversation-unknown} when the organisation has none of that id. */
    public Versioned<Conversation> find(Caller caller, String id) {
        requireId(id);
        return conversations.find(Key.of(caller.organisation(), id)).orElseThrow(Participation::unknown);
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
                        || relationship(caller.organisation(), conversation.participants())
                                == RelationshipStatus.STANDS);
    }

    /** How the two participants relate now. */
    public RelationshipStatus relationship(Organisation organisation, Participants two) {
        Map<String, PersonProfile> known = roster.findAll(organisation, List.of(two.employee(), two.counterpart()));
        return RelationshipStatus.of(
                two,
                Optional.ofNullable(known.get(two.employee())),
                Optional.ofNullable(known.get(two.counterpart())),
                () -> two.relation() == Relation.EXTERNAL
                        ? externals.isOpen(organisation, two.counterpart())
                        : coaches.has(organisation, two.counterpart()));
    }

    /** Takes a step and responds with the new status; the tag is the new version. */
    public ResponseEntity<StepResponse> respond(
            Caller caller,
            String id,
            MessageContext context,
            BiFunction<Conversation, Side, Decision<Conversation>> step) {
        Versioned<Conversation> after = take(caller, id, context, step);
        return ETags.ok(StepResponse.of(after.state()), after);
    }

    /**
     * Takes a step as the side that the caller is on; {@code forbidden} for everybody else, whatever else is wrong with the
     * request. The caller is authorised on the same state that the step is decided on, so that it is read once or not at all.
     */
    public Versioned<Conversation> take(
            Caller caller,
            String id,
            MessageContext context,
            BiFunction<Conversation, Side, Decision<Conversation>> step) {
        requireId(id);
        try {
            Versioned<Conversation> after = conversations.handle(Key.of(caller.organisation(), id), context, found -> {
                Conversation now = found.orElseThrow(Participation::unknown);
                return step.apply(now, require(caller, now));
            });
            if (after.replayed()) {
                require(caller, after.state());
            }
            return after;
        } catch (StaleVersionException | CommandKeyReusedException beforeDeciding) {
            require(caller, find(caller, id).state());
            throw beforeDeciding;
        }
    }

    /** The side the caller is on now; {@code forbidden} for everybody else. */
    public Side require(Caller caller, Conversation now) {
        return sideOf(caller, now).orElseThrow(() -> new RefusedException(Refusal.of("forbidden")));
    }

    private static void requireId(String id) {
        if (!id.matches(Key.ID)) {
            throw unknown();
        }
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("conversation-unknown"));
    }
}
