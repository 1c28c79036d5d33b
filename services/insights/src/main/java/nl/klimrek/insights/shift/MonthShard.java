package nl.klimrek.insights.shift;

import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.eventing.Decision;

/**
 * One shard of a month: the counts of some people. People who left stay in it, so that a figure of the past does not change
 * when somebody leaves.
 *
 * @param counts by person id
 */
public record MonthShard(Map<String, ConversationCounts> counts) {

    static final MonthShard NONE = new MonthShard(Map.of());

    public MonthShard {
        counts = counts == null ? Map.of() : Map.copyOf(counts);
    }

    /** Replaces this person's counts. Equal counts change nothing. */
    Decision<MonthShard> with(String person, ConversationCounts next) {
        if (next.equals(counts.get(person))) {
            return Decision.unchanged();
        }
        Map<String, ConversationCounts> all = new TreeMap<>(counts);
        all.put(person, next);
        return Decision.accept(new MonthShard(all));
    }
}
