package nl.klimrek.learningbudgets.deciding;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A part of everybody in an organisation who has a request that waits; spread over parts, so that many who ask at once
 * do not all write one document.
 *
 * @param people person ids, sorted
 */
public record AskingPeople(List<String> people) {

    private static final int PARTS = 16;

    public AskingPeople {
        people = List.copyOf(people);
    }

    static String partOf(String person) {
        return "part-" + Math.floorMod(person.hashCode(), PARTS);
    }

    static List<String> parts() {
        return IntStream.range(0, PARTS).mapToObj(part -> "part-" + part).toList();
    }

    AskingPeople with(String person, boolean asks) {
        TreeSet<String> next = new TreeSet<>(people);
        if (asks) {
            next.add(person);
        } else {
            next.remove(person);
        }
        return new AskingPeople(List.copyOf(next));
    }
}
