package nl.klimrek.conversations.coach;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.IdListProjection;
import nl.klimrek.conversations.projection.ListKind;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * The coaches of an organisation at the moment of asking: appointed by HR and still employed. Whether somebody is a coach is
 * read from the coach's own document, so an appointment that ended gives no access from the next request on.
 */
@Component
public class CoachRegister {

    private static final String PREFIX = "coach-";

    /** The one list of an organisation. */
    private static final String ALL = "all";

    private final AggregateStore<Coach> coaches;
    private final IdListProjection lists;
    private final CurrentRoster roster;

    CoachRegister(AggregateStore<Coach> coaches, IdListProjection lists, CurrentRoster roster) {
        this.coaches = coaches;
        this.lists = lists;
        this.roster = roster;
    }

    /** Whether this person is a coach now. */
    public boolean has(Organisation organisation, String person) {
        return find(organisation, person).isPresent();
    }

    /** Days on which this coach has talks; empty for the days on which they work, and for somebody who is no coach. */
    public Set<DayOfWeek> workingDays(Organisation organisation, String person) {
        return find(organisation, person).stream()
                .flatMap(coach -> coach.state().profile().workingDays().stream())
                .map(day -> DayOfWeek.of(day.ordinal() + 1))
                .collect(Collectors.toSet());
    }

    Optional<Versioned<Coach>> find(Organisation organisation, String person) {
        return roster.employed(organisation, person)
                .flatMap(employed -> coaches.find(key(organisation, employed.person())))
                .filter(found -> found.state().appointed());
    }

    /** Everybody who is a coach now, by person id. */
    List<Coach> all(Organisation organisation) {
        List<Coach> appointed = coaches.findAll(lists.keys(organisation, ListKind.COACHES, ALL)).stream()
                .map(Versioned::state)
                .filter(Coach::appointed)
                .sorted(Comparator.comparing(Coach::person))
                .toList();
        Map<String, PersonProfile> known = roster.findAll(
                organisation, appointed.stream().map(Coach::person).toList());
        return appointed.stream()
                .filter(coach -> known.containsKey(coach.person())
                        && !known.get(coach.person()).left())
                .toList();
    }

    /** Shows a coach in the list. Adding one twice changes nothing. */
    void show(Organisation organisation, String person) {
        lists.add(organisation, ListKind.COACHES, ALL, key(organisation, person).id());
    }

    /** Whether an id can be that of a coach; a longer one belongs to no person. */
    static boolean possible(String person) {
        return (PREFIX + person).matches(Key.ID);
    }

    /** Apart from the ids of people themselves, under which other things of a person are kept. */
    static Key key(Organisation organisation, String person) {
        return Key.of(organisation, PREFIX + person);
    }
}
