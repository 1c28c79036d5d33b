package nl.klimrek.insights.coverage;

import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.conversations.ConversationType;

/**
 * The people of one team at this moment.
 *
 * @param team code of the team
 * @param heldByPerson for each of them, which types of conversation they had in the period
 */
record Group(String team, List<Set<ConversationType>> heldByPerson) {

    Group {
        heldByPerson = List.copyOf(heldByPerson);
    }

    int people() {
        return heldByPerson.size();
    }
}
