package nl.klimrek.insights.coverage;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.klimrek.eventing.Organisation;

/**
 * TeamRegistry that this instance knows to be stored, so that the list of all teams is not read for each person in one of them. A
 * team that was stored stays so. Bounded: beyond the bound it begins anew, and teams are looked up once more.
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
