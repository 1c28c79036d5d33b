package nl.klimrek.benchmarks.pipeline;

import java.util.Optional;
import nl.klimrek.contracts.Commitment;
import nl.klimrek.contracts.conversations.PreparationSaved;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Decision;

/**
 * An aggregate of ordinary size: a preparation of a conversation, saved repeatedly.
 *
 * @param conversation id of the conversation
 * @param employee its owner
 * @param counterpart the other participant
 * @param saved number of saves
 * @param words its text
 * @param commitment commitment to the text
 */
public record BenchmarkPreparation(
        String conversation, String employee, String counterpart, int saved, String words, Commitment commitment) {

    private static final String WORDS =
            "What went well, what was hard, and what I want to learn before the summer. ".repeat(4);
    private static final Commitment COMMITMENT = Commitment.to(WORDS);

    /** Saves it again. */
    static Decision<BenchmarkPreparation> save(Optional<BenchmarkPreparation> before, Journey.Person person) {
        int saved = 1 + before.map(BenchmarkPreparation::saved).orElse(0);
        BenchmarkPreparation after =
                new BenchmarkPreparation(person.conversation(), person.id(), "m1", saved, WORDS, COMMITMENT);
        return Decision.accept(after, after.fact());
    }

    /** The event to publish. */
    PreparationSaved fact() {
        return new PreparationSaved(conversation, employee, counterpart, Side.EMPLOYEE, commitment.hash());
    }
}
