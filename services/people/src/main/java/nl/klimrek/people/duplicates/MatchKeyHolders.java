package nl.klimrek.people.duplicates;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.people.hrrecord.EmployeeNumber;

/**
 * The employee numbers whose records share a match key, such as an e-mail address.
 *
 * @param holders in order of arrival
 */
public record MatchKeyHolders(List<EmployeeNumber> holders) {

    /** More people than this with one key are no duplicates but a shared mailbox or the like. */
    static final int MAX_HOLDERS = 20;

    public MatchKeyHolders {
        holders = holders == null ? List.of() : List.copyOf(holders);
    }

    MatchKeyHolders with(EmployeeNumber holder) {
        if (holders.contains(holder) || holders.size() >= MAX_HOLDERS) {
            return this;
        }
        List<EmployeeNumber> next = new ArrayList<>(holders);
        next.add(holder);
        return new MatchKeyHolders(next);
    }
}
