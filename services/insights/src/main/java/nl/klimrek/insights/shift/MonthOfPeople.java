package nl.klimrek.insights.shift;

import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.eventing.Decision;

/**
 * Part of a month: what each of some people had. Whoever left stays in it, so that a figure of the past does not change when
 * somebody goes.
 *
 * @param counts by person id
 */
public record MonthOfPeople(Map<String, Counts> counts) {

    static final MonthOfPeople NONE = new MonthOfPeople(Map.of());

    public MonthOfPeople {
        counts = counts == null ? Map.of() : Map.copyOf(counts);
    }

    /** What this person had, in place of what was known; said again, it changes nothing. */
    Decision<MonthOfPeople> with(String person, Counts had) {
        if (had.equals(counts.get(person))) {
            return Decision.unchanged();
        }
        Map<String, Counts> next = new TreeMap<>(counts);
        next.put(person, had);
        return Decision.accept(new MonthOfPeople(next));
    }
}
