package nl.klimrek.journal.checkpoint;

import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import org.apache.kafka.common.KafkaException;

/**
 * Compares each chain with its published checkpoints, before this instance first appends to it or signs it. A chain that was
 * restored from a backup lacks entries that were published; appended to and signed, it would be a fork.
 */
@FunctionalInterface
public interface ContinuityGuard {

    /**
     * The last published checkpoint that the chain neither holds nor was resumed after; empty when there is none.
     *
     * @throws KafkaException when the published checkpoints cannot be read
     */
    Optional<PublishedCheckpoint> lost(Organisation organisation);

    /**
     * Returns when the chain may be appended to.
     *
     * @throws ResumeRequiredException when it lacks published entries
     * @throws KafkaException when the published checkpoints cannot be read
     */
    default void requireComplete(Organisation organisation) {
        lost(organisation).ifPresent(last -> {
            throw new ResumeRequiredException(organisation, last.position());
        });
    }
}
