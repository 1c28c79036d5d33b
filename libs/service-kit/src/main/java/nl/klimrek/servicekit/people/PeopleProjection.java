package nl.klimrek.servicekit.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.inbox.ReceivedEvent;

/**
 * This service's own knowledge of people, kept from {@code klimrek.people.v1} in its own database.
 *
 * <p>Guarantee: applying an event again changes nothing, and the lists name nobody whose facts say otherwise, because a
 * list only proposes and the facts decide. A relation that ended gives no result from the moment its event was applied.
 */
public final class PeopleProjection {
    private final AggregateStore<PersonProfile> facts;
    private final PeopleListRepository lists;
    /** Whom this thread took in ahead of their own event, with the id of that event, until it is handled. */
    private final ThreadLocal<Map<Key, String>> ahead = ThreadLocal.withInitial(HashMap::new);

    /** The facts of those whom this thread took in ahead: only events that it handles itself can change them in this poll. */
    private final ThreadLocal<Map<Key, PersonProfile>> newcomers = ThreadLocal.withInitial(HashMap::new);

    PeopleProjection(AggregateStore<PersonProfile> facts, PeopleListRepository lists) {
        this.facts = facts;
        this.lists = lists;
    }

    /** What is known of somebody, also of one who left; empty when this organisation never had them. */
    public Optional<PersonProfile> person(Organisation organisation, String person) {
        Key key = new Key(organisation, person);
        PersonProfile current = newcomers.get().get(key);
        return current != null ? Optional.of(current) : facts.find(key).map(Versioned::state);
    }

    /** Whether somebody is the other's manager now. */
    public boolean manages(Organisation organisation, String manager, String person) {
        return person(organisation, person)
                .filter(known -> !known.left() && manager.equals(known.manager()))
                .isPresent();
    }

    /** The manager's current reports, by person id. */
    public List<PersonProfile> reportsOf(Organisation organisation, String manager) {
        return listed(organisation, List.of(PeopleListIds.reports(manager)), known -> manager.equals(known.manager()));
    }

    /** Who is in the team now, by person id. */
    public List<PersonProfile> teamOf(Organisation organisation, String team) {
        return listed(organisation, List.of(PeopleListIds.team(team)), known -> team.equals(known.team()));
    }

    /** Everybody employed by the organisation, by person id. */
    public List<PersonProfile> everyone(Organisation organisation) {
        return listed(organisation, PeopleListIds.everyone(), known -> true);
    }

    /** Lets these handlers keep the view; call it before adding handlers that ask the view about the same event. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers.preprocess(this::applyAhead)
                .on(PersonJoined.class, this::apply)
                .on(PersonChanged.class, this::apply)
                .on(PersonLeft.class, this::apply);
    }

    void apply(PersonJoined joined, EventMeta event) {
        apply(event, joined.person(), before -> PersonProfile.of(joined));
    }

    void apply(PersonChanged changed, EventMeta event) {
        apply(event, changed.person(), before -> PersonProfile.of(changed));
    }

    void apply(PersonLeft gone, EventMeta event) {
        apply(event, gone.person(), before -> before == null ? PersonProfile.of(gone) : before.leaving(gone));
    }

    /**
     * Whether this person is known already though the event that told it comes later in the poll at hand. Whoever looks for
     * people whom that event concerns can leave this one to it.
     */
    public boolean isAhead(Organisation organisation, String person) {
        return ahead.get().containsKey(new Key(organisation, person));
    }

    /**
     * Takes in together those whose first event in a poll is that they joined and of whom nothing is known: two writes
     * instead of some for each. All else stays to be applied event by event.
     */
    void applyAhead(List<ReceivedEvent> events) {
        ahead.get().clear();
        newcomers.get().clear();
        Map<Key, ReceivedEvent> firsts = new LinkedHashMap<>();
        events.forEach(event -> event.data()
                .flatMap(PeopleProjection::personOf)
                .ifPresent(person -> firsts.putIfAbsent(new Key(event.meta().organisation(), person), event)));
        firsts.values()
                .removeIf(first -> first.meta().replayed() || !(first.data().get() instanceof PersonJoined));
        Map<Key, AggregateStore.InitialState<PersonProfile>> created = new LinkedHashMap<>();
        firsts.forEach((key, first) -> created.put(
                key,
                new AggregateStore.InitialState<>(MessageContext.event(first.meta()), PersonProfile.of((PersonJoined)
                        first.data().get()))));
        Set<Key> stored = facts.createAll(created);
        Map<Key, List<String>> added = new LinkedHashMap<>();
        stored.forEach(key -> Objects.requireNonNull(created.get(key))
                .state()
                .lists()
                .forEach(list -> added.computeIfAbsent(new Key(key.organisation(), list), none -> new ArrayList<>())
                        .add(key.id())));
        lists.addAll(added);
        stored.forEach(key -> {
            ahead.get().put(key, Objects.requireNonNull(firsts.get(key)).meta().id());
            newcomers.get().put(key, Objects.requireNonNull(created.get(key)).state());
        });
    }

    private static Optional<String> personOf(Record data) {
        if (data instanceof PersonJoined joined) {
            return Optional.of(joined.person());
        }
        if (data instanceof PersonChanged changed) {
            return Optional.of(changed.person());
        }
        return data instanceof PersonLeft gone ? Optional.of(gone.person()) : Optional.empty();
    }

    private void apply(EventMeta event, String person, UnaryOperator<PersonProfile> change) {
        if (ahead.get().remove(new Key(event.organisation(), person), event.id())) {
            return;
        }
        newcomers.get().remove(new Key(event.organisation(), person));
        Versioned<PersonProfile> now = facts.handle(
                new Key(event.organisation(), person),
                MessageContext.event(event).withLateEventPolicy(LateEventPolicy.IGNORE),
                before -> {
                    PersonProfile next = change.apply(before.orElse(null));
                    return Decision.accept(before.map(next::after).orElse(next));
                });
        // Also after a repetition: the first time may have stopped between the facts and the lists.
        now.state().lists().forEach(list -> lists.add(event.organisation(), list, person));
        now.state().formerLists().forEach(list -> lists.remove(event.organisation(), list, person));
    }

    private List<PersonProfile> listed(
            Organisation organisation, Collection<String> names, Predicate<PersonProfile> belongs) {
        List<Key> keys = lists.people(organisation, names).stream()
                .map(person -> new Key(organisation, person))
                .toList();
        Stream<PersonProfile> known = facts.findAll(keys).stream().map(Versioned::state);
        return known.filter(person -> !person.left())
                .filter(belongs)
                .sorted((one, other) -> one.person().compareTo(other.person()))
                .toList();
    }
}
