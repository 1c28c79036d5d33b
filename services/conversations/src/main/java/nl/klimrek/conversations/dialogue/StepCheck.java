package nl.klimrek.conversations.dialogue;

import java.util.Optional;
import java.util.function.Supplier;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Refusal;

/**
 * The one form of every step: check, then change. The first refusal wins, and later checks are not evaluated.
 *
 * @param refusal why the step is refused; empty while nothing refuses it
 */
record StepCheck(Optional<Refusal> refusal) {

    static StepCheck start() {
        return new StepCheck(Optional.empty());
    }

    /** Refuses the step for this reason, if there is one. */
    StepCheck unless(Supplier<Optional<Refusal>> check) {
        return refusal.isPresent() ? this : new StepCheck(check.get());
    }

    /** Decides on the change, or on the refusal. */
    Decision<Conversation> then(Supplier<Decision<Conversation>> change) {
        return refusal.<Decision<Conversation>>map(Decision.Refused::new).orElseGet(change);
    }
}
