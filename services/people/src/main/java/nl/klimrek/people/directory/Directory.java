package nl.klimrek.people.directory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.person.EmployeeFacts;
import nl.klimrek.people.person.Person;

/** Keeps the directory: whoever is employed is listed, and so is their team. Who left before we heard of them is not. */
public final class Directory {

    /** Apart from the person's own id, so that the two streams of facts never share a sequence. */
    private static final String ENTRY = "listing:";
    private static final String TEAM = "team:";

    private final AggregateStore<Entry> entries;
    private final AggregateStore<Team> teams;

    public Directory(AggregateStore<Entry> entries, AggregateStore<Team> teams) {
        this.entries = entries;
        this.teams = teams;
    }

    /**
     * Lists this person and their team as they are called now; nothing when they are listed so already.
     *
     * @param withEmail whether their address is theirs alone, see {@code AddressHolders}
     */
    public void list(Organisation organisation, Person person, boolean withEmail) {
        if (!person.employed()) {
            return;
        }
        EmployeeFacts facts = withEmail ? person.facts() : person.facts().withoutEmail();
        entries.handle(Key.of(organisation, ENTRY + person.person()), Cause.system("people"),
                known -> known.filter(entry -> entry.tells(facts)).isPresent()
                        ? Decision.unchanged() : Entry.list(person.person(), facts));
        String team = person.facts().teamCode();
        if (team != null) {
            teams.handle(Key.of(organisation, TEAM + team), Cause.system("people"),
                    known -> known.isPresent() ? Decision.unchanged() : Team.list(team, person.facts().team()));
        }
    }

    /** The address with which somebody is listed; empty when they are listed without one, or not at all. */
    public Optional<String> emailOf(Organisation organisation, String person) {
        return entries.find(Key.of(organisation, ENTRY + person)).map(Versioned::state).map(Entry::email);
    }

    /** Full names of those people that are listed, by person id. */
    public Map<String, String> names(Organisation organisation, List<String> people) {
        List<Key> keys = people.stream().filter(Objects::nonNull).distinct()
                .map(person -> Key.of(organisation, ENTRY + person)).toList();
        return entries.findAll(keys).stream().map(Versioned::state).collect(Collectors.toMap(Entry::person, Directory::fullName));
    }

    private static String fullName(Entry entry) {
        return Stream.of(entry.givenName(), entry.familyName()).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
