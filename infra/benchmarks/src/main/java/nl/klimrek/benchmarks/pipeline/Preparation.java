package nl.klimrek.benchmarks.pipeline;

import nl.klimrek.contracts.Commitment;
import nl.klimrek.contracts.conversations.PreparationSaved;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Decision;

/**
 * An aggregate of ordinary size: somebody's preparation of a conversation, saved again and again.
 *
 * @param conversation id of the conversation
 * @param employee whose it is
 * @param counterpart whom they talk with
 * @param saved how often it was saved
 * @param words what was written
 * @param commitment stands for the words
 */
public record Preparation(
        String conversation, String employee, String counterpart, int saved, String words, Commitment commitment) {

    private static final String WORDS =
            "What went well, what was hard, and what I want to learn before the summer. ".repeat(4);
    private static final Commitment COMMITMENT = Commitment.to(WORDS);

    /** Saved once more. */
    static Decision<Preparation> save(Preparation before, Journey.Person person) {
        int saved = before == null ? 1 : before.saved() + 1;
        Preparation after = new Preparation(person.conversation(), person.id(), "m1", saved, WORDS, COMMITMENT);
        return Decision.accept(after, after.fact());
    }

    /** What is published of it. */
    PreparationSaved fact() {
        return new PreparationSaved(conversation, employee, counterpart, Side.EMPLOYEE, commitment.hash());
    }
}
