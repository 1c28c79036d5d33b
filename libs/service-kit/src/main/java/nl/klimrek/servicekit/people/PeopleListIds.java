package nl.klimrek.servicekit.people;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** Names of the lists that people are found by. Everyone is spread over parts, which several instances can read at once. */
final class PeopleListIds {
    private static final int PARTS = 64;

    private PeopleListIds() {}

    static String team(String team) {
        // A team's code comes from HR as it is and may hold what a key cannot.
        return "team:" + Base64.getUrlEncoder().withoutPadding().encodeToString(team.getBytes(StandardCharsets.UTF_8));
    }

    static String reports(String manager) {
        return "reports:" + manager;
    }

    static String everyone(String person) {
        return everyonePart(Integer.toString(Math.floorMod(person.hashCode(), PARTS)));
    }

    static String everyonePart(String part) {
        return "everyone:" + part;
    }

    /** Parts that split everyone evenly, whatever their ids look like. */
    static List<String> parts() {
        return IntStream.range(0, PARTS).mapToObj(Integer::toString).toList();
    }
}
