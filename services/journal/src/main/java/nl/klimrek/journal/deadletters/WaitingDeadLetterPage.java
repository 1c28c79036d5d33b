package nl.klimrek.journal.deadletters;

import java.util.Set;
import java.util.TreeSet;

/**
 * Part of the list of what waits in an organisation. It only proposes: the dead letter itself says whether it waits.
 *
 * @param ids of dead letters
 */
record WaitingDeadLetterPage(Set<String> ids) {

    static final WaitingDeadLetterPage EMPTY = new WaitingDeadLetterPage(Set.of());

    WaitingDeadLetterPage {
        ids = Set.copyOf(ids);
    }

    WaitingDeadLetterPage with(String id, boolean waits) {
        Set<String> next = new TreeSet<>(ids);
        if (waits) {
            next.add(id);
        } else {
            next.remove(id);
        }
        return new WaitingDeadLetterPage(next);
    }
}
