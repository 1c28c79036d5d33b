package nl.klimrek.learningbudgets.worklist;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A part of everybody in an organisation who has a request that waits; spread over parts, so that many who ask at once
 * do not all write one document.
 *
 * @param people person ids, sorted
 */
public record PendingRequesters(List<String> people) {

    private static final int PARTS = 16;

    public PendingRequesters {
        people = List.copyOf(people);
    }

    static String partOf(String person) {
        return "part-" + Math.floorMod(person.hashCode(), PARTS);
    }

    static List<String> parts() {
        return IntStream.range(0, PARTS).mapToObj(part -> "part-" + part).toList();
    }

    PendingRequesters with(String person, boolean asks) {
        TreeSet<String> next = new TreeSet<>(people);
        if (asks) {
            next.add(person);
        } else {
            next.remove(person);
        }
        return new PendingRequesters(List.copyOf(next));
    }
}
