package nl.klimrek.people.lists;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;

/**
 * Named lists of person ids. A list only proposes: whoever reads it asks the people themselves, so an entry too many does
 * no harm, and entries are added before the fact they follow from is stored. Each list is spread over parts so that an
 * addition costs the same in a large organisation.
 */
public final class PersonLists {

    private static final int PARTS = 16;
    private static final PersonList EMPTY = new PersonList(Set.of());

    private final AggregateStore<PersonList> lists;

    public PersonLists(AggregateStore<PersonList> lists) {
        this.lists = lists;
    }

    /** Adds somebody, once. */
    public void add(Organisation organisation, String list, String person) {
        change(key(organisation, list, part(person)), known -> known.with(person));
    }

    public void remove(Organisation organisation, String list, String person) {
        change(key(organisation, list, part(person)), known -> known.without(person));
    }

    /** Everybody on the list, sorted. */
    public List<String> people(Organisation organisation, String list) {
        return lists.findAll(keys(organisation, list)).stream().map(Versioned::state)
                .flatMap(part -> part.people().stream()).sorted().toList();
    }

    /** Takes everybody off the list. */
    public void clear(Organisation organisation, String list) {
        keys(organisation, list).forEach(part -> change(part, known -> EMPTY));
    }

    private void change(Key part, UnaryOperator<PersonList> step) {
        lists.handle(part, Cause.system("people"), known -> {
            PersonList before = known.orElse(EMPTY);
            PersonList after = step.apply(before);
            return after.equals(before) ? Decision.unchanged() : Decision.accept(after);
        });
    }

    private static List<Key> keys(Organisation organisation, String list) {
        return IntStream.range(0, PARTS).mapToObj(part -> key(organisation, list, part)).toList();
    }

    private static Key key(Organisation organisation, String list, int part) {
        return Key.of(organisation, list + ":" + part);
    }

    private static int part(String person) {
        return Math.floorMod(person.hashCode(), PARTS);
    }
}
