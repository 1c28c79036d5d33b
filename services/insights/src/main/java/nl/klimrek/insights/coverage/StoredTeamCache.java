package nl.klimrek.insights.coverage;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.klimrek.eventing.Organisation;

/**
 * Teams that this instance knows to be stored, so that the list of all teams is not read for every person. A stored team
 * stays stored. A full cache starts anew, and teams are read once more.
 */
final class StoredTeamCache {

    static final int MAX_TEAMS = 20_000;

    private record Team(Organisation organisation, String code) {}

    private final Set<Team> seen = ConcurrentHashMap.newKeySet();

    boolean isNew(Organisation organisation, String code) {
        return !seen.contains(new Team(organisation, code));
    }

    /** Notes that the team is stored. */
    void add(Organisation organisation, String code) {
        if (seen.size() >= MAX_TEAMS) {
            seen.clear();
        }
        seen.add(new Team(organisation, code));
    }
}
