package nl.klimrek.learningbudgets.worklist;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One shard of the people in an organisation who have a pending request. Sharding keeps many simultaneous requests from
 * writing one document.
 *
 * @param people person ids, sorted
 */
public record PendingRequesters(List<String> people) {

    private static final int SHARD_COUNT = 16;

    public PendingRequesters {
        people = List.copyOf(people);
    }

    static String shardOf(String person) {
        return "part-" + Math.floorMod(person.hashCode(), SHARD_COUNT);
    }

    static List<String> shards() {
        return IntStream.range(0, SHARD_COUNT)
                .mapToObj(shard -> "part-" + shard)
                .toList();
    }

    PendingRequesters with(String person, boolean pending) {
        TreeSet<String> next = new TreeSet<>(people);
        if (pending) {
            next.add(person);
        } else {
            next.remove(person);
        }
        return new PendingRequesters(List.copyOf(next));
    }
}
