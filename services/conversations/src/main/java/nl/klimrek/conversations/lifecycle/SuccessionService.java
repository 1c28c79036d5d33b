package nl.klimrek.conversations.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.CoachEnded;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ExternalCoachEnded;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.conversations.cycle.cadence.RhythmService;
import nl.klimrek.conversations.cycle.cadence.WindowClaim;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationIds;
import nl.klimrek.conversations.dialogue.ConversationPlan;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * Applies changes of the roster to conversations. When a participant leaves or the manager changes, what lies ahead is
 * cancelled, and planned again with the new manager. When an appointment as a coach ends, what lies ahead with that coach is
 * cancelled; the employee chooses whether to ask another coach.
 *
 * <p>A conversation that is planned during such a change is checked once more when its own event arrives, so no order
 * of events loses one. A manager who is not known yet counts as none until the event about that manager arrives.
 */
@Component
public class SuccessionService {

    /** No rhythm is longer. */
    private static final int MAX_RHYTHM_YEARS = 5;

    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;
    private final OverviewProjection agendas;
    private final Participation participation;
    private final RhythmService rhythms;

    SuccessionService(
            AggregateStore<Conversation> conversations,
            CurrentRoster roster,
            OverviewProjection agendas,
            Participation participation,
            RhythmService rhythms) {
        this.rhythms = rhythms;
        this.participation = participation;
        this.conversations = conversations;
        this.roster = roster;
        this.agendas = agendas;
    }

    /** Looks again at everything the leaver takes part in. */
    public void left(PersonLeft gone, EventMeta event) {
        agendas.conversationsOf(event.organisation(), gone.person()).forEach(id -> settle(id, event));
    }

    /**
     * Looks again at everything of an employee whose manager changed, and shows the new one for what time is needed. What was
     * cancelled while there was no next manager yet goes on with this one; and who comes back has again what the rhythm had
     * planned for days that are still to come.
     */
    public void changed(PersonChanged change, EventMeta event) {
        boolean another = change.changed().contains(PersonField.MANAGER);
        if (another) {
            agendas.conversationsOf(event.organisation(), change.person()).forEach(id -> {
                settle(id, event);
                agendas.show(event.organisation(), id);
            });
        }
        if (another || change.changed().contains(PersonField.RETURNED)) {
            goOn(change.person(), event);
        }
    }

    /** What waited for the employee's manager to be heard of goes on with that one, who is shown for what time is needed. */
    public void managerHeard(PersonProfile report, EventMeta event) {
        agendas.conversationsOf(event.organisation(), report.person())
                .forEach(id -> agendas.show(event.organisation(), id));
        goOn(report.person(), event);
    }

    /** Looks again at everything a former coach takes part in. */
    public void coachEnded(CoachEnded ended, EventMeta event) {
        agendas.conversationsOf(event.organisation(), ended.coach()).forEach(id -> settle(id, event));
    }

    /** Looks again at everything a former external coach takes part in. */
    public void externalCoachEnded(ExternalCoachEnded ended, EventMeta event) {
        agendas.conversationsOf(event.organisation(), ended.coach()).forEach(id -> settle(id, event));
    }

    /** Looks at a new conversation once more. */
    public void planned(ConversationPlanned planned, EventMeta event) {
        settle(planned.conversation(), event);
    }

    /** Plans with the new manager what was cancelled because the former one did not stay. */
    public void cancelled(ConversationCancelled cancelled, EventMeta event) {
        conversations
                .find(Key.of(event.organisation(), cancelled.conversation()))
                .map(Versioned::state)
                .filter(Conversation::lostItsManager)
                .ifPresent(former -> roster.managerOf(event.organisation(), cancelled.employee())
                        .filter(manager -> !manager.equals(cancelled.counterpart()))
                        .ifPresent(manager -> succeed(former, manager, ConversationReason.MANAGER_CHANGED, event)));
    }

    private void settle(String conversation, EventMeta event) {
        Key key = Key.of(event.organisation(), conversation);
        boolean stands = conversations
                .find(key)
                .map(Versioned::state)
                .map(now -> judged(now, event))
                .filter(judged -> !(judged instanceof Decision.Unchanged<Conversation>))
                .isEmpty();
        if (!stands) {
            agendas.show(
                    event.organisation(),
                    conversations.handle(
                            key,
                            MessageContext.event(event),
                            found -> found.map(now -> judged(now, event)).orElseGet(Decision::unchanged)));
        }
    }

    private Decision<Conversation> judged(Conversation now, EventMeta event) {
        return participation
                .relationship(event.organisation(), now.participants())
                .decide(now);
    }

    /** Plans what was cancelled and can take place now. What goes on already meets itself. */
    private void goOn(String employee, EventMeta event) {
        roster.managerOf(event.organisation(), employee)
                .ifPresent(manager -> cancelledAhead(event.organisation(), employee)
                        .forEach(former -> {
                            if (former.lostItsManager()) {
                                succeed(former, manager, ConversationReason.MANAGER_CHANGED, event);
                            } else if (lostItsEmployee(former)) {
                                succeed(former, manager, ConversationReason.CADENCE, event);
                            }
                        }));
    }

    private static boolean lostItsEmployee(Conversation former) {
        return former.plan().reason() == ConversationReason.CADENCE
                && former.requireClosure().cancelled() == CancelReason.EMPLOYEE_LEFT;
    }

    /** What was cancelled of an employee for days that are still to come. */
    private Stream<Conversation> cancelledAhead(Organisation organisation, String employee) {
        LocalDate today = roster.today(organisation, employee);
        List<Key> keys =
                agendas.ownOverOf(organisation, employee, today.getYear(), today.getYear() + MAX_RHYTHM_YEARS).stream()
                        .filter(entry -> entry.status() == ConversationStatus.CANCELLED
                                && !entry.windowUntil().isBefore(today))
                        .map(entry -> Key.of(organisation, entry.conversation()))
                        .toList();
        return conversations.findAll(keys).stream().map(Versioned::state);
    }

    /** One conversation for one occasion: where another of its type lies ahead in those days, that one takes its place. */
    private void succeed(Conversation former, String manager, ConversationReason reason, EventMeta event) {
        String employee = former.participants().employee();
        LocalDate today = roster.today(event.organisation(), employee);
        String id = ConversationIds.successor(former.plan().conversation());
        ConversationPlan plan = new ConversationPlan(
                id,
                former.plan().type(),
                reason,
                former.plan().cycle(),
                null,
                former.plan().template(),
                former.plan().preparation(),
                null);
        Window window = former.appointment().window().openOn(today);
        if (!rhythms.succeed(
                event.organisation(),
                employee,
                former.plan().conversation(),
                WindowClaim.of(id, former.plan().type(), window))) {
            return;
        }
        agendas.show(
                event.organisation(),
                conversations.handle(
                        Key.of(event.organisation(), id),
                        MessageContext.event(event).withoutMarker(),
                        found -> found.isPresent()
                                ? Decision.unchanged()
                                : Conversation.planned(
                                        plan, Participants.of(employee, manager, Relation.LINE), window, today)));
    }
}
