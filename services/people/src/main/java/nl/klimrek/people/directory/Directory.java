package nl.klimrek.people.directory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
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

    private static final int MAX_LISTED_TEAMS = 10_000;

    private final AggregateStore<Entry> entries;
    private final AggregateStore<Team> teams;
    /** Teams that are known to be listed; a team that is listed stays so. */
    private final Set<Key> listedTeams = ConcurrentHashMap.newKeySet();

    public Directory(AggregateStore<Entry> entries, AggregateStore<Team> teams) {
        this.entries = entries;
        this.teams = teams;
    }

    /**
     * Lists this person and their team as they are called now; nothing when they are listed so already.
     *
     * @param withEmail whether their address is theirs alone, see {@code AddressHolders}
     * @param newcomer whether they are probably not listed yet
     */
    public void list(Organisation organisation, Person person, boolean withEmail, boolean newcomer) {
        if (!person.employed()) {
            return;
        }
        EmployeeFacts facts = withEmail ? person.facts() : person.facts().withoutEmail();
        Key key = Key.of(organisation, ENTRY + person.person());
        Function<Optional<Entry>, Decision<Entry>> step =
                known -> known.filter(entry -> entry.tells(facts)).isPresent()
                        ? Decision.unchanged()
                        : Entry.list(person.person(), facts);
        if (newcomer) {
            entries.create(key, MessageContext.system("people"), step);
        } else {
            entries.handle(key, MessageContext.system("people"), step);
        }
        listTeam(organisation, person.facts());
    }

    private void listTeam(Organisation organisation, EmployeeFacts facts) {
        if (facts.teamCode() == null) {
            return;
        }
        Key key = Key.of(organisation, TEAM + facts.teamCode());
        if (!listedTeams.contains(key)) {
            teams.handle(
                    key,
                    MessageContext.system("people"),
                    known -> known.isPresent() ? Decision.unchanged() : Team.list(facts.teamCode(), facts.team()));
            if (listedTeams.size() >= MAX_LISTED_TEAMS) {
                listedTeams.clear();
            }
            listedTeams.add(key);
        }
    }

    /** The address with which somebody is listed; empty when they are listed without one, or not at all. */
    public Optional<String> emailOf(Organisation organisation, String person) {
        return entries.find(Key.of(organisation, ENTRY + person))
                .map(Versioned::state)
                .map(Entry::email);
    }

    /** Full names of those people that are listed, by person id. */
    public Map<String, String> names(Organisation organisation, List<String> people) {
        List<Key> keys = people.stream()
                .filter(Objects::nonNull)
                .distinct()
                .map(person -> Key.of(organisation, ENTRY + person))
                .toList();
        return entries.findAll(keys).stream()
                .map(Versioned::state)
                .collect(Collectors.toMap(Entry::person, Directory::fullName));
    }

    private static String fullName(Entry entry) {
        return Stream.of(entry.givenName(), entry.familyName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
