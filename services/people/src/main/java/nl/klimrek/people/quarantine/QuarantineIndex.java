package nl.klimrek.people.quarantine;

import java.util.ArrayList;
import java.util.List;

/**
 * Items in quarantine that share something: an employee number, or the id the source gave them.
 *
 * @param items ids, oldest first
 */
public record QuarantineIndex(List<String> items) {

    /** Older items are found in the list of all of them. */
    static final int MAX = 100;

    public QuarantineIndex {
        items = items == null ? List.of() : List.copyOf(items);
    }

    QuarantineIndex with(String item) {
        if (items.contains(item)) {
            return this;
        }
        List<String> next = new ArrayList<>(items);
        next.add(item);
        return new QuarantineIndex(next.subList(Math.max(0, next.size() - MAX), next.size()));
    }

    QuarantineIndex without(List<String> closed) {
        return new QuarantineIndex(
                items.stream().filter(item -> !closed.contains(item)).toList());
    }
}
