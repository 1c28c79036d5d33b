package nl.klimrek.standalone.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each kind of thing happened; reads as "3 sent, 2 cancelled". */
final class Counts {

    private final Map<String, Integer> byKind = new TreeMap<>();

    void add(String kind) {
        byKind.merge(kind, 1, Integer::sum);
    }

    @Override
    public String toString() {
        return byKind.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }
}
