package nl.klimrek.people.directory;

import nl.klimrek.contracts.Commitment;
import nl.klimrek.contracts.directory.TeamListed;
import nl.klimrek.eventing.Decision;

/**
 * A team's entry in the directory: code and name. The first spelling stays, so that records with different spellings do
 * not alternate.
 *
 * @param team code
 * @param name name as HR first gave it
 * @param salt salt of the listing
 */
public record TeamListing(String team, String name, String salt) {

    static Decision<TeamListing> list(String team, String name) {
        String salt = Commitment.to(name).salt();
        return Decision.accept(new TeamListing(team, name, salt), new TeamListed(team, name, salt));
    }
}
