package nl.klimrek.servicekit.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Overtaken;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;

/**
 * This service's own knowledge of people, kept from {@code klimrek.people.v1} in its own database.
 *
 * <p>Guarantee: applying an event again changes nothing, and the lists name nobody whose facts say otherwise, because a
 * list only proposes and the facts decide. A relation that ended gives no result from the moment its event was applied.
 */
public final class PeopleView {
    private final AggregateStore<PersonFacts> facts;
    private final RosterLists lists;

    PeopleView(AggregateStore<PersonFacts> facts, RosterLists lists) {
        this.facts = facts;
        this.lists = lists;
    }

    /** What is known of somebody, also of one who left; empty when this organisation never had them. */
    public Optional<PersonFacts> person(Organisation organisation, String person) {
        return facts.find(new Key(organisation, person)).map(Versioned::state);
    }

    /** Whether somebody is the other's manager now. */
    public boolean manages(Organisation organisation, String manager, String person) {
        return person(organisation, person).filter(known -> !known.left() && manager.equals(known.manager())).isPresent();
    }

    /** The manager's current reports, by person id. */
    public List<PersonFacts> reportsOf(Organisation organisation, String manager) {
        return listed(organisation, List.of(RosterList.reports(manager)), known -> manager.equals(known.manager()));
    }

    /** Who is in the team now, by person id. */
    public List<PersonFacts> teamOf(Organisation organisation, String team) {
        return listed(organisation, List.of(RosterList.team(team)), known -> team.equals(known.team()));
    }

    /** Everybody employed by the organisation, by person id. */
    public List<PersonFacts> everyone(Organisation organisation) {
        return listed(organisation, RosterList.everyone(), known -> true);
    }

    /** Lets these handlers keep the view; call it before adding handlers that ask the view about the same event. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers
                .on(PersonJoined.class, this::apply)
                .on(PersonChanged.class, this::apply)
                .on(PersonLeft.class, this::apply);
    }

    void apply(PersonJoined joined, EventMeta event) {
        apply(event, joined.person(), before -> PersonFacts.of(joined));
    }

    void apply(PersonChanged changed, EventMeta event) {
        apply(event, changed.person(), before -> PersonFacts.of(changed));
    }

    void apply(PersonLeft gone, EventMeta event) {
        apply(event, gone.person(), before -> before == null ? PersonFacts.of(gone) : before.leaving(gone));
    }

    private void apply(EventMeta event, String person, UnaryOperator<PersonFacts> change) {
        Versioned<PersonFacts> now = facts.handle(new Key(event.organisation(), person), Cause.event(event).ifOvertaken(Overtaken.PASSED_OVER), before -> {
            PersonFacts next = change.apply(before.orElse(null));
            return Decision.accept(before.map(next::after).orElse(next));
        });
        // Also after a repetition: the first time may have stopped between the facts and the lists.
        now.state().lists().forEach(list -> lists.add(event.organisation(), list, person));
        now.state().formerLists().forEach(list -> lists.remove(event.organisation(), list, person));
    }

    private List<PersonFacts> listed(Organisation organisation, Collection<String> names, Predicate<PersonFacts> belongs) {
        List<Key> keys = lists.people(organisation, names).stream().map(person -> new Key(organisation, person)).toList();
        Stream<PersonFacts> known = facts.findAll(keys).stream().map(Versioned::state);
        return known.filter(person -> !person.left()).filter(belongs)
                .sorted((one, other) -> one.person().compareTo(other.person())).toList();
    }
}
