package nl.klimrek.insights.coverage;

import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.conversations.ConversationType;

/**
 * The people of one team now.
 *
 * @param team code of the team
 * @param heldByPerson for each person, the types of conversation held in the period
 */
record CoverageGroup(String team, List<Set<ConversationType>> heldByPerson) {

    CoverageGroup {
        heldByPerson = List.copyOf(heldByPerson);
    }

    int people() {
        return heldByPerson.size();
    }
}
