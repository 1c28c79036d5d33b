package nl.klimrek.journal.intake;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import nl.klimrek.journal.chain.Draft;

/**
 * Puts what one poll brought into the order of each stream. A person's facts and directory records are one stream on two
 * topics, and a poll gives one topic after the other.
 */
final class StreamOrder {

    private StreamOrder() {}

    /** The same drafts; those of one stream change places among themselves until their numbers rise. */
    static List<Draft> of(List<Draft> drafts) {
        Map<String, List<Draft>> streams = drafts.stream()
                .filter(draft -> draft.step().counted())
                .collect(Collectors.groupingBy(draft -> draft.step().stream()));
        Map<String, Deque<Draft>> sorted = new HashMap<>();
        streams.forEach((stream, of) -> sorted.put(stream, of.stream()
                .sorted(Comparator.comparingLong(draft -> draft.step().sequence()))
                .collect(Collectors.toCollection(ArrayDeque::new))));
        return drafts.stream()
                .map(draft -> draft.step().counted() ? sorted.get(draft.step().stream()).removeFirst() : draft)
                .toList();
    }
}
