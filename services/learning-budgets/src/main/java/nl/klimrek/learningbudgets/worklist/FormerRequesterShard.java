package nl.klimrek.learningbudgets.worklist;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A document of the version before: one shard of the people in an organisation who have a pending request. {@link
 * RequesterIndex} moves it to rows.
 *
 * @param people person ids, sorted
 */
public record FormerRequesterShard(List<String> people) {
    static final FormerRequesterShard EMPTY = new FormerRequesterShard(List.of());
    private static final int SHARD_COUNT = 16;

    public FormerRequesterShard {
        people = List.copyOf(people);
    }

    static List<String> ids() {
        return IntStream.range(0, SHARD_COUNT)
                .mapToObj(shard -> "part-" + shard)
                .toList();
    }
}
