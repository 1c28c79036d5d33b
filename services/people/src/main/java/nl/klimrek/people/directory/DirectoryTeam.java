package nl.klimrek.people.directory;

import nl.klimrek.contracts.Commitment;
import nl.klimrek.contracts.directory.TeamListed;
import nl.klimrek.eventing.Decision;

/**
 * A team: its code and what it is called. The first spelling stays, so that two records in different spellings do not
 * take turns.
 *
 * @param team code
 * @param name name as HR first gave it
 * @param salt salt of the listing
 */
public record DirectoryTeam(String team, String name, String salt) {

    static Decision<DirectoryTeam> list(String team, String name) {
        String salt = Commitment.to(name).salt();
        return Decision.accept(new DirectoryTeam(team, name, salt), new TeamListed(team, name, salt));
    }
}
