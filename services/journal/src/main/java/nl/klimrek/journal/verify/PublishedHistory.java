package nl.klimrek.journal.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.checkpoint.PublishedCheckpoint;
import nl.klimrek.journal.resume.ResumeStatement;

/**
 * An organisation's published checkpoints, in their order, beside the chain. A checkpoint that the chain does not hold is
 * explained when a resume entry names it, or a later one, as the last of a lost chain, and its position is in the range that
 * was lost. Later checkpoints must be in the chain, so nothing more can be cut off under an old entry.
 */
final class PublishedHistory {

    private final List<PublishedCheckpoint> all;
    private final Map<Long, List<PublishedCheckpoint>> byPosition = new HashMap<>();
    /** The last index of each checkpoint, by position and hash. */
    private final Map<String, Integer> indexes = new HashMap<>();

    private final List<PublishedCheckpoint> differing = new ArrayList<>();
    private final List<Resumption> resumptions = new ArrayList<>();

    PublishedHistory(List<PublishedCheckpoint> all) {
        this.all = List.copyOf(all);
        for (int i = 0; i < this.all.size(); i++) {
            PublishedCheckpoint checkpoint = this.all.get(i);
            byPosition
                    .computeIfAbsent(checkpoint.position(), none -> new ArrayList<>())
                    .add(checkpoint);
            indexes.put(key(checkpoint.position(), checkpoint.head()), i);
        }
    }

    /**
     * A valid resume entry.
     *
     * @param position position of the entry
     * @param statement what it says
     */
    record Resumption(long position, ResumeStatement statement) {}

    List<PublishedCheckpoint> all() {
        return all;
    }

    /** Compares an entry with the checkpoints of its position. */
    void compare(ChainEntry entry) {
        byPosition.getOrDefault(entry.position(), List.of()).stream()
                .filter(checkpoint -> !checkpoint.head().equals(entry.hash().hex()))
                .forEach(differing::add);
    }

    void resume(long position, ResumeStatement statement) {
        resumptions.add(new Resumption(position, statement));
    }

    List<Resumption> resumptions() {
        return List.copyOf(resumptions);
    }

    /** Whether a resume entry says that this checkpoint belongs to a lost chain. */
    boolean explains(PublishedCheckpoint checkpoint) {
        int index = index(checkpoint.position(), checkpoint.head());
        return resumptions.stream()
                .map(Resumption::statement)
                .anyMatch(statement -> statement.lostFrom() <= checkpoint.position()
                        && checkpoint.position() <= statement.lostTo()
                        && index <= index(statement.published(), statement.publishedHead()));
    }

    /** The first position at which the chain differs from a checkpoint that no resume entry explains. */
    Optional<Long> unexplained() {
        return differing.stream()
                .filter(checkpoint -> !explains(checkpoint))
                .map(PublishedCheckpoint::position)
                .min(Long::compare);
    }

    /**
     * The first resume entry whose key signed neither the export nor anything that was published. Without published
     * checkpoints there is nothing that such an entry could explain.
     */
    OptionalLong strangeResumption(String exportKey) {
        Set<String> known = new HashSet<>(Set.of(exportKey));
        all.forEach(checkpoint -> known.add(checkpoint.keyId()));
        return resumptions.stream()
                .filter(resumption -> !all.isEmpty()
                        && resumption
                                .statement()
                                .keyId()
                                .filter(known::contains)
                                .isEmpty())
                .mapToLong(Resumption::position)
                .findFirst();
    }

    private int index(long position, String head) {
        return indexes.getOrDefault(key(position, head), -1);
    }

    private static String key(long position, String head) {
        return position + ":" + head;
    }
}
