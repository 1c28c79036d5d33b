package nl.klimrek.standalone.demo.script;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Number of events of each kind; prints as "3 sent, 2 cancelled". */
public final class EventCounts {

    private final Map<String, Integer> byKind = new TreeMap<>();

    public void add(String kind) {
        byKind.merge(kind, 1, Integer::sum);
    }

    @Override
    public String toString() {
        return byKind.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }
}
