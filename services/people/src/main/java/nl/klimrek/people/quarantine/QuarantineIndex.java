package nl.klimrek.people.quarantine;

import java.util.ArrayList;
import java.util.List;

/**
 * Quarantined items that share an employee number, or the id that the source gave them.
 *
 * @param items ids, oldest first
 */
public record QuarantineIndex(List<String> items) {

    /** The most items of an index. Older ones are in the list of all items. */
    static final int MAX_ITEMS = 100;

    public QuarantineIndex {
        items = items == null ? List.of() : List.copyOf(items);
    }

    QuarantineIndex with(String item) {
        if (items.contains(item)) {
            return this;
        }
        List<String> next = new ArrayList<>(items);
        next.add(item);
        return new QuarantineIndex(next.subList(Math.max(0, next.size() - MAX_ITEMS), next.size()));
    }

    QuarantineIndex without(List<String> closed) {
        return new QuarantineIndex(
                items.stream().filter(item -> !closed.contains(item)).toList());
    }
}
