package nl.klimrek.servicekit.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.lane.PollLocal;
import org.jspecify.annotations.Nullable;

/**
 * This service's own knowledge of people, kept from {@code klimrek.people.v1} in its own database.
 *
 * <p>Guarantee: applying an event again changes nothing, and the lists name nobody whose facts say otherwise, because a
 * list only proposes and the facts decide. A relation that ended gives no result from the moment its event was applied.
 */
public final class PeopleProjection {
    private final AggregateStore<PersonProfile> facts;
    private final PeopleListRepository lists;
    /** Whom this poll took in ahead of their own event, with the id of that event, until it is handled. */
    private final PollLocal<Map<Key, String>> ahead = new PollLocal<>(ConcurrentHashMap::new);

    /** The facts of those whom this poll took in ahead: only its own events can change them until it ends. */
    private final PollLocal<Map<Key, PersonProfile>> newcomers = new PollLocal<>(ConcurrentHashMap::new);

    public PeopleProjection(AggregateStore<PersonProfile> facts, PeopleListRepository lists) {
        this.facts = facts;
        this.lists = lists;
    }

    /** The profile of a person, also after they left; empty if this organisation never had them. */
    public Optional<PersonProfile> person(Organisation organisation, String person) {
        Key key = new Key(organisation, person);
        PersonProfile current = newcomers.get().get(key);
        return current != null ? Optional.of(current) : facts.find(key).map(Versioned::state);
    }

    /** The profiles of those of these people whom this organisation has or had, by person id; they are read together. */
    public Map<String, PersonProfile> people(Organisation organisation, Collection<String> people) {
        Map<String, PersonProfile> known = new LinkedHashMap<>();
        List<Key> others = new ArrayList<>();
        for (String person : people) {
            Key key = new Key(organisation, person);
            PersonProfile current = newcomers.get().get(key);
            if (current == null) {
                others.add(key);
            } else {
                known.put(person, current);
            }
        }
        facts.findAllByKey(others).forEach((key, found) -> known.put(key.id(), found.state()));
        return known;
    }

    /** Whether the first person is the current manager of the second. */
    public boolean manages(Organisation organisation, String manager, String person) {
        return person(organisation, person)
                .filter(known -> !known.left() && manager.equals(known.manager()))
                .isPresent();
    }

    /** The manager's current reports, by person id. */
    public List<PersonProfile> reportsOf(Organisation organisation, String manager) {
        return listed(organisation, PeopleListIds.reports(manager), known -> manager.equals(known.manager()));
    }

    /** The current reports of these managers, by person id. */
    public List<PersonProfile> reportsOf(Organisation organisation, Collection<String> managers) {
        List<String> names = managers.stream().map(PeopleListIds::reports).toList();
        return employed(
                organisation,
                lists.people(organisation, names, Integer.MAX_VALUE),
                known -> managers.contains(known.manager()));
    }

    /** Those of these people who are employed, by person id. */
    public List<PersonProfile> employed(Organisation organisation, Collection<String> people) {
        return employed(organisation, people, person -> true);
    }

    /** The ids of the people in the team now. */
    public List<PersonProfile> teamOf(Organisation organisation, String team) {
        return listed(organisation, PeopleListIds.team(team), known -> team.equals(known.team()));
    }

    /** Names of the parts that split the employees of any organisation evenly. */
    public static List<String> parts() {
        return PeopleListIds.parts();
    }

    /**
     * Employees of one part, by person id; empty only at its end.
     *
     * @param after the id before the first one; null for the beginning
     */
    public List<PersonProfile> page(Organisation organisation, String part, @Nullable String after, int limit) {
        String list = PeopleListIds.everyonePart(part);
        List<String> ids = lists.page(organisation, list, after, limit);
        List<PersonProfile> page = employed(organisation, ids);
        while (page.isEmpty() && !ids.isEmpty()) {
            ids = lists.page(organisation, list, ids.get(ids.size() - 1), limit);
            page = employed(organisation, ids);
        }
        return page;
    }

    /** All employees, in pages that are read as the stream goes on. */
    public Stream<List<PersonProfile>> pages(Organisation organisation, int limit) {
        return parts().stream().flatMap(part -> pages(organisation, part, null, limit));
    }

    /** The employees of one part after this one, in pages that are read as the stream goes on. */
    public Stream<List<PersonProfile>> pages(
            Organisation organisation, String part, @Nullable String after, int limit) {
        return Stream.iterate(
                page(organisation, part, after, limit),
                page -> !page.isEmpty(),
                page -> page(organisation, part, page.get(page.size() - 1).person(), limit));
    }

    /** All employees by person id, if there are at most this many; otherwise empty. */
    public Optional<List<PersonProfile>> everyoneUpTo(Organisation organisation, int most) {
        List<String> ids = lists.people(organisation, everyone(), most + 1);
        return ids.size() > most ? Optional.empty() : Optional.of(employed(organisation, ids));
    }

    /** Number of employees. */
    public long count(Organisation organisation) {
        return lists.count(organisation, everyone());
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
     * Whether this person is known before their first event, which comes later in this poll. A search for people whom that event concerns
     * may skip this one.
     */
    public boolean isAhead(Organisation organisation, String person) {
        return ahead.get().containsKey(new Key(organisation, person));
    }

    /**
     * Stores unknown people whose first event of a poll is that they joined, with two writes for all. Other events are applied one by
     * one.
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

    private List<PersonProfile> listed(Organisation organisation, String list, Predicate<PersonProfile> belongs) {
        return employed(organisation, lists.people(organisation, List.of(list), Integer.MAX_VALUE), belongs);
    }

    private List<PersonProfile> employed(
            Organisation organisation, Collection<String> ids, Predicate<PersonProfile> belongs) {
        List<Key> keys =
                ids.stream().map(person -> new Key(organisation, person)).toList();
        return facts.findAll(keys).stream()
                .map(Versioned::state)
                .filter(person -> !person.left())
                .filter(belongs)
                .sorted(Comparator.comparing(PersonProfile::person))
                .toList();
    }

    private static List<String> everyone() {
        return parts().stream().map(PeopleListIds::everyonePart).toList();
    }
}
