package nl.klimrek.people.duplicates;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.people.hrrecord.EmployeeNumber;

/**
 * The employee numbers whose records share a mark, such as an e-mail address.
 *
 * @param holders in the order in which they came
 */
public record MatchKeyHolders(List<EmployeeNumber> holders) {

    /** More people than this with one mark are no duplicates but a habit, such as a shared mailbox. */
    static final int MAX = 20;

    public MatchKeyHolders {
        holders = holders == null ? List.of() : List.copyOf(holders);
    }

    MatchKeyHolders with(EmployeeNumber holder) {
        if (holders.contains(holder) || holders.size() >= MAX) {
            return this;
        }
        List<EmployeeNumber> next = new ArrayList<>(holders);
        next.add(holder);
        return new MatchKeyHolders(next);
    }
}
