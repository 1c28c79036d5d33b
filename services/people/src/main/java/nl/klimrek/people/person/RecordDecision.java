package nl.klimrek.people.person;

import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision on one record.
 *
 * @param decision new state and domain events, no change, or a refusal
 * @param result result of the record; null when it was refused
 */
public record RecordDecision(
        Decision<Person> decision, @Nullable RecordResult result) {

    /** Adds the outcome to the new state, for later questions and for repetitions of the record. */
    public RecordDecision {
        if (result != null && decision instanceof Decision.Accepted<Person> accepted) {
            decision = Decision.accept(accepted.state().withOutcome(result.outcome()), accepted.events());
        }
    }

    static RecordDecision refused(String code) {
        return new RecordDecision(Decision.refuse(code), null);
    }
}
