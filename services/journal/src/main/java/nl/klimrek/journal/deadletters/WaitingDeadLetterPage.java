package nl.klimrek.journal.deadletters;

import java.util.Set;
import java.util.TreeSet;

/**
 * A part of an organisation's list of waiting dead letters. The dead letter itself decides whether it waits.
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
