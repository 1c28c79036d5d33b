package nl.klimrek.conversations.feedback;

import java.util.List;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.FeedbackAsked;
import nl.klimrek.contracts.conversations.FeedbackShared;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.conversations.projection.IdListProjection;
import nl.klimrek.conversations.projection.ListKind;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import org.springframework.stereotype.Component;

/**
 * Feedback requests and who may reach them: the employee who asked, and the colleague as long as both are employed.
 */
@Component
public class FeedbackService implements EventSubscriber {

    private final AggregateStore<Feedback> store;
    private final IdListProjection lists;
    private final CurrentRoster roster;

    FeedbackService(AggregateStore<Feedback> store, IdListProjection lists, CurrentRoster roster) {
        this.store = store;
        this.lists = lists;
        this.roster = roster;
    }

    /** Lets lists follow the facts. */
    @Override
    public void register(EventHandlers handlers) {
        handlers.on(FeedbackAsked.class, this::asked).on(FeedbackShared.class, this::shared);
    }

    /** Creates one request; the same command again meets the one that is there. */
    Versioned<Feedback> ask(Caller caller, String id, MessageContext context, Decision<Feedback> asked) {
        return store.handle(key(caller, id), context, found -> found.isPresent() ? Decision.unchanged() : asked);
    }

    /** A step of the employee who asked; {@code forbidden} for everybody else. */
    Versioned<Feedback> takeAsEmployee(
            Caller caller, String id, MessageContext context, Function<Feedback, Decision<Feedback>> step) {
        return take(caller, id, context, step, true);
    }

    /** A step of the colleague who was asked; {@code forbidden} for everybody else. */
    Versioned<Feedback> takeAsColleague(
            Caller caller, String id, MessageContext context, Function<Feedback, Decision<Feedback>> step) {
        return take(caller, id, context, step, false);
    }

    private Versioned<Feedback> take(
            Caller caller,
            String id,
            MessageContext context,
            Function<Feedback, Decision<Feedback>> step,
            boolean asEmployee) {
        Key key = key(caller, id);
        permitted(store.find(key).orElseThrow(FeedbackService::unknown).state(), caller, asEmployee);
        return store.handle(key, context, found -> step.apply(found.orElseThrow(FeedbackService::unknown)));
    }

    /** The request, for one of the two; refused with {@code feedback-unknown} or {@code forbidden}. */
    Versioned<Feedback> find(Caller caller, String id) {
        Versioned<Feedback> found = store.find(key(caller, id)).orElseThrow(FeedbackService::unknown);
        permitted(found.state(), caller, caller.person().equals(found.state().employee()));
        return found;
    }

    /** What the caller asked colleagues. */
    List<Feedback> askedBy(Caller caller) {
        return listed(caller, ListKind.FEEDBACK_ASKED, caller.person()).stream()
                .filter(one -> isEmployee(one, caller))
                .toList();
    }

    /** What colleagues asked the caller and still wait for. */
    List<Feedback> waitingFor(Caller caller) {
        return listed(caller, ListKind.FEEDBACK_TO_GIVE, caller.person()).stream()
                .filter(one -> one.status() == FeedbackStatus.ASKED && isColleague(one, caller))
                .toList();
    }

    /** The feedback that was shared in a conversation. */
    List<Feedback> sharedIn(Caller caller, String conversation) {
        return listed(caller, ListKind.FEEDBACK_SHARED, conversation).stream()
                .filter(one -> one.sharedIn(conversation).isPresent())
                .toList();
    }

    private List<Feedback> listed(Caller caller, ListKind what, String whose) {
        return store.findAll(lists.keys(caller.organisation(), what, whose)).stream()
                .map(Versioned::state)
                .toList();
    }

    private void permitted(Feedback one, Caller caller, boolean employee) {
        if (employee ? !isEmployee(one, caller) : !isColleague(one, caller)) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
    }

    private static boolean isEmployee(Feedback one, Caller caller) {
        return !caller.is(Role.HR_SYSTEM) && caller.person().equals(one.employee());
    }

    private boolean isColleague(Feedback one, Caller caller) {
        return !caller.is(Role.HR_SYSTEM)
                && caller.person().equals(one.colleague())
                && one.status() != FeedbackStatus.WITHDRAWN
                && roster.employed(caller.organisation(), one.colleague()).isPresent()
                && roster.employed(caller.organisation(), one.employee()).isPresent();
    }

    private void asked(FeedbackAsked asked, EventMeta event) {
        lists.add(event, ListKind.FEEDBACK_ASKED, asked.employee(), asked.feedback());
        lists.add(event, ListKind.FEEDBACK_TO_GIVE, asked.colleague(), asked.feedback());
    }

    private void shared(FeedbackShared shared, EventMeta event) {
        lists.add(event, ListKind.FEEDBACK_SHARED, shared.conversation(), shared.feedback());
    }

    private static Key key(Caller caller, String id) {
        return Key.of(caller.organisation(), id);
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("feedback-unknown"));
    }
}
