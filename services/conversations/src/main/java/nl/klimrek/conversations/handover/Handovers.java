package nl.klimrek.conversations.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.HandoverOpened;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.conversations.Following;
import nl.klimrek.conversations.dialogue.view.HandedOver;
import nl.klimrek.conversations.lists.IdLists;
import nl.klimrek.conversations.lists.ListOf;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
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
import org.springframework.stereotype.Component;

/**
 * Opens a hand-over whenever somebody gets another manager, and knows who may reach it: the employee, and the new manager
 * for as long as they are the manager. The people service tells of a change on the day it holds, so that is the day on
 * which the former manager's access ends.
 */
@Component
public class Handovers implements HandedOver, Following {

    private final AggregateStore<Handover> store;
    private final AggregateStore<Line> lines;
    private final IdLists lists;
    private final Roster roster;

    Handovers(AggregateStore<Handover> store, AggregateStore<Line> lines, IdLists lists, Roster roster) {
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
                store.find(Key.of(caller.organisation(), id)).orElseThrow(Handovers::unknown);
        if (!reaches(caller, found.state())) {
            throw forbidden();
        }
        return found;
    }

    /** A step of the employee, as long as the new manager is the manager. */
    Versioned<Handover> decide(
            Caller caller, String id, MessageContext cause, Function<Handover, Decision<Handover>> step) {
        return store.handle(Key.of(caller.organisation(), id), cause, found -> {
            Handover now = found.orElseThrow(Handovers::unknown);
            if (!isEmployee(caller, now)) {
                throw forbidden();
            }
            return manages(caller.organisation(), now) ? step.apply(now) : Decision.refuse("handover-outdated");
        });
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
        return store.findAll(lists.keys(organisation, ListOf.HANDOVERS, person)).stream()
                .map(Versioned::state)
                .toList();
    }

    private void heard(String person, String manager, LocalDate effectiveOn, EventMeta event) {
        MessageContext cause = MessageContext.event(event);
        Line line = lines.handle(
                        Key.of(event.organisation(), person),
                        cause,
                        known -> known.orElse(Line.NOBODY).reportsTo(manager, event.sequence()))
                .state();
        if (line != null && line.changedBy(event.sequence())) {
            String id = CommandIdGenerator.newId(cause, "handover");
            store.handle(
                    Key.of(event.organisation(), id),
                    cause,
                    found -> found.isPresent()
                            ? Decision.unchanged()
                            : Handover.opened(id, person, line.manager(), line.former(), effectiveOn));
        }
    }

    private void opened(HandoverOpened opened, EventMeta event) {
        lists.add(event, ListOf.HANDOVERS, opened.employee(), opened.handover());
        lists.add(event, ListOf.HANDOVERS, opened.counterpart(), opened.handover());
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("handover-unknown"));
    }

    private static RefusedException forbidden() {
        return new RefusedException(Refusal.of("forbidden"));
    }
}
