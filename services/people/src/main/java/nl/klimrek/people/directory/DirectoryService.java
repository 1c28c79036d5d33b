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
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.person.Person;

/**
 * Keeps the directory of employed people and their teams. Somebody who had left before the first record came is not
 * listed.
 */
public final class DirectoryService {

    /** Prefix of an entry's id, so that the events of entry and person never share a sequence. */
    private static final String ENTRY = "listing:";

    private static final String TEAM = "team:";

    private static final int MAX_LISTED_TEAMS = 10_000;

    private final AggregateStore<PersonListing> entries;
    private final AggregateStore<TeamListing> teams;
    /** Teams that are known to be listed. A listed team stays listed. */
    private final Set<Key> listedTeams = ConcurrentHashMap.newKeySet();

    public DirectoryService(AggregateStore<PersonListing> entries, AggregateStore<TeamListing> teams) {
        this.entries = entries;
        this.teams = teams;
    }

    /**
     * Lists the person and their team as they are now; writes nothing if they are listed so already.
     *
     * @param withEmail whether the address is theirs alone, see {@code EmailOwnership}
     * @param newcomer whether they are probably not listed yet
     */
    public void list(Organisation organisation, Person person, boolean withEmail, boolean newcomer) {
        if (!person.employed()) {
            return;
        }
        EmployeeFacts current = person.currentFacts();
        EmployeeFacts facts = withEmail ? current : current.withoutEmail();
        Key key = Key.of(organisation, ENTRY + person.person());
        Function<Optional<PersonListing>, Decision<PersonListing>> step =
                known -> known.filter(entry -> entry.matches(facts)).isPresent()
                        ? Decision.unchanged()
                        : PersonListing.list(person.person(), facts);
        if (newcomer) {
            entries.create(key, MessageContext.system("people"), step);
        } else {
            entries.handle(key, MessageContext.system("people"), step);
        }
        listTeam(organisation, current);
    }

    private void listTeam(Organisation organisation, EmployeeFacts facts) {
        String team = facts.teamCode();
        String name = facts.team();
        if (team == null || name == null) {
            return;
        }
        Key key = Key.of(organisation, TEAM + team);
        if (!listedTeams.contains(key)) {
            teams.handle(
                    key,
                    MessageContext.system("people"),
                    known -> known.isPresent() ? Decision.unchanged() : TeamListing.list(team, name));
            if (listedTeams.size() >= MAX_LISTED_TEAMS) {
                listedTeams.clear();
            }
            listedTeams.add(key);
        }
    }

    /** The address that a person is listed with; empty when listed without one, or not at all. */
    public Optional<String> emailOf(Organisation organisation, String person) {
        return entries.find(Key.of(organisation, ENTRY + person))
                .map(Versioned::state)
                .map(PersonListing::email);
    }

    /** Full names of the listed ones of these people, by person id. */
    public Map<String, String> names(Organisation organisation, List<String> people) {
        List<Key> keys = people.stream()
                .filter(Objects::nonNull)
                .distinct()
                .map(person -> Key.of(organisation, ENTRY + person))
                .toList();
        return entries.findAll(keys).stream()
                .map(Versioned::state)
                .collect(Collectors.toMap(PersonListing::person, DirectoryService::fullName));
    }

    private static String fullName(PersonListing entry) {
        return Stream.of(entry.givenName(), entry.familyName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
