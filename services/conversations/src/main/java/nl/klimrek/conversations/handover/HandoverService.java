package nl.klimrek.conversations.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.HandoverOpened;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.conversations.dialogue.reading.HandoverConsent;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.conversations.projection.IdListProjection;
import nl.klimrek.conversations.projection.ListKind;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens a hand-over when an employee gets another manager. The employee reaches it, and the new manager as long as
 * they are the manager. The people service publishes a change on the day it takes effect, so the access of the former
 * manager ends that day.
 */
@Component
public class HandoverService implements HandoverConsent, EventSubscriber {

    private final AggregateStore<Handover> store;
    private final AggregateStore<ManagerHistory> lines;
    private final IdListProjection lists;
    private final CurrentRoster roster;

    HandoverService(
            AggregateStore<Handover> store,
            AggregateStore<ManagerHistory> lines,
            IdListProjection lists,
            CurrentRoster roster) {
        this.store = store;
        this.lines = lines;
        this.lists = lists;
        this.roster = roster;
    }

    /** Lets hand-overs follow the roster, and lists follow hand-overs. */
    @Override
    public void register(EventHandlers handlers) {
        handlers.on(
                        PersonJoined.class,
                        (joined, event) -> heard(joined.person(), joined.manager(), joined.effectiveAt(), event))
                .on(
                        PersonChanged.class,
                        (change, event) -> heard(change.person(), change.manager(), change.effectiveAt(), event))
                .on(HandoverOpened.class, this::opened);
    }

    @Override
    public Set<String> wordsFor(Organisation organisation, String employee, String manager) {
        return listed(organisation, employee).stream()
                .filter(one -> one.employee().equals(employee))
                .filter(one -> one.counterpart().equals(manager))
                .flatMap(one -> one.packet().agreements().stream())
                .collect(Collectors.toSet());
    }

    /** What the caller hands over or is handed over now. */
    List<Handover> of(Caller caller) {
        return listed(caller.organisation(), caller.person()).stream()
                .filter(one -> reaches(caller, one))
                .toList();
    }

    /** One hand-over; refused with {@code handover-unknown} or {@code forbidden}. */
    Versioned<Handover> find(Caller caller, String id) {
        Versioned<Handover> found =
                store.find(Key.of(caller.organisation(), id)).orElseThrow(HandoverService::unknown);
        if (!reaches(caller, found.state())) {
            throw forbidden();
        }
        return found;
    }

    /** A step of the employee, as long as the new manager is the manager. */
    Versioned<Handover> decide(
            Caller caller, String id, MessageContext context, Function<Handover, Decision<Handover>> step) {
        Key key = Key.of(caller.organisation(), id);
        Handover now = store.find(key).orElseThrow(HandoverService::unknown).state();
        if (!isEmployee(caller, now)) {
            throw forbidden();
        }
        boolean current = manages(caller.organisation(), now);
        return store.handle(
                key,
                context,
                found -> current
                        ? step.apply(found.orElseThrow(HandoverService::unknown))
                        : Decision.refuse("handover-outdated"));
    }

    /** The new manager has the packet before them. */
    void received(Caller caller, Handover one) {
        MessageContext look = MessageContext.command(caller.actor(), "received:" + one.id(), one.id());
        store.handle(
                Key.of(caller.organisation(), one.id()),
                look,
                found -> found.map(Handover::receive).orElseGet(Decision::unchanged));
    }

    boolean isEmployee(Caller caller, Handover one) {
        return !caller.is(Role.HR_SYSTEM) && caller.person().equals(one.employee());
    }

    private boolean reaches(Caller caller, Handover one) {
        return isEmployee(caller, one)
                || !caller.is(Role.HR_SYSTEM)
                        && caller.person().equals(one.counterpart())
                        && manages(caller.organisation(), one);
    }

    private boolean manages(Organisation organisation, Handover one) {
        return roster.manages(organisation, one.counterpart(), one.employee());
    }

    private List<Handover> listed(Organisation organisation, String person) {
        return store.findAll(lists.keys(organisation, ListKind.HANDOVERS, person)).stream()
                .map(Versioned::state)
                .toList();
    }

    void heard(String person, @Nullable String manager, LocalDate effectiveOn, EventMeta event) {
        MessageContext context = MessageContext.event(event);
        ManagerHistory line = lines.handle(
                        Key.of(event.organisation(), person),
                        // An event tells the whole state: one that a later event overtook is counted and changes
                        // nothing.
                        context.withLateEventPolicy(LateEventPolicy.IGNORE),
                        known -> known.orElse(ManagerHistory.NOBODY).reportsTo(manager, event))
                .state();
        String newest = line == null ? null : line.manager();
        String former = line == null ? null : line.former();
        if (newest != null && former != null && line.changedBy(event)) {
            String id = CommandIdGenerator.newId(context, "handover");
            store.handle(
                    Key.of(event.organisation(), id),
                    context,
                    found -> found.isPresent()
                            ? Decision.unchanged()
                            : Handover.opened(id, person, newest, former, effectiveOn));
        }
    }

    private void opened(HandoverOpened opened, EventMeta event) {
        lists.add(event, ListKind.HANDOVERS, opened.employee(), opened.handover());
        lists.add(event, ListKind.HANDOVERS, opened.counterpart(), opened.handover());
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("handover-unknown"));
    }

    private static RefusedException forbidden() {
        return new RefusedException(Refusal.of("forbidden"));
    }
}
