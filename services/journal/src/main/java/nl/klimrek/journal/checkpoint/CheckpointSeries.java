package nl.klimrek.journal.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.journal.CheckpointPublished;
import nl.klimrek.eventing.Decision;

/**
 * The newest checkpoints of one organisation, with rising positions. The topic keeps all of them.
 *
 * @param newest oldest first, at most {@link #MAX_KEPT}
 * @param keys verifier keys of every key that signed a note, the first one first; a key that was replaced stays
 */
public record CheckpointSeries(List<Checkpoint> newest, List<String> keys) {

    /** Covers some hours of a busy organisation, for readers without a Kafka client. */
    public static final int MAX_KEPT = 200;

    public CheckpointSeries {
        newest = newest == null ? List.of() : List.copyOf(newest);
        keys = keys == null ? List.of() : List.copyOf(keys);
    }

    /** The series before the first checkpoint. */
    public static CheckpointSeries empty() {
        return new CheckpointSeries(List.of(), List.of());
    }

    /** The same series, with this verifier key among its keys. */
    CheckpointSeries withKey(String key) {
        if (keys.contains(key)) {
            return this;
        }
        List<String> all = new ArrayList<>(keys);
        all.add(key);
        return new CheckpointSeries(newest, all);
    }

    /** The newest checkpoint. */
    public Optional<Checkpoint> last() {
        return newest.isEmpty() ? Optional.empty() : Optional.of(newest.get(newest.size() - 1));
    }

    /** Publishes this checkpoint unless one of the same or a later position was published. */
    public Decision<CheckpointSeries> publish(Checkpoint checkpoint) {
        if (last().isPresent() && last().get().position() >= checkpoint.position()) {
            return Decision.unchanged();
        }
        List<Checkpoint> next = new ArrayList<>(newest);
        next.add(checkpoint);
        CheckpointSeries series =
                new CheckpointSeries(next.subList(Math.max(0, next.size() - MAX_KEPT), next.size()), keys);
        return Decision.accept(
                series,
                new CheckpointPublished(
                        checkpoint.position(),
                        checkpoint.head(),
                        checkpoint.algorithm(),
                        checkpoint.keyId(),
                        checkpoint.signature()));
    }
}
