package nl.klimrek.journal.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.journal.CheckpointPublished;
import nl.klimrek.eventing.Decision;

/**
 * The checkpoints of one organisation; positions rise. All of them are on the topic for ever, here are the newest.
 *
 * @param newest oldest first, at most {@link #KEPT}
 */
public record CheckpointSeries(List<Checkpoint> newest) {

    /** Some hours of a busy organisation; enough to look at without a Kafka client. */
    public static final int KEPT = 200;

    public CheckpointSeries {
        newest = newest == null ? List.of() : List.copyOf(newest);
    }

    /** The series before its first checkpoint. */
    public static CheckpointSeries empty() {
        return new CheckpointSeries(List.of());
    }

    /** The newest checkpoint. */
    public Optional<Checkpoint> last() {
        return newest.isEmpty() ? Optional.empty() : Optional.of(newest.get(newest.size() - 1));
    }

    /** Publishes this checkpoint, unless one as new or newer has been published. */
    public Decision<CheckpointSeries> publish(Checkpoint checkpoint) {
        if (last().isPresent() && last().get().position() >= checkpoint.position()) {
            return Decision.unchanged();
        }
        List<Checkpoint> next = new ArrayList<>(newest);
        next.add(checkpoint);
        CheckpointSeries series = new CheckpointSeries(next.subList(Math.max(0, next.size() - KEPT), next.size()));
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
