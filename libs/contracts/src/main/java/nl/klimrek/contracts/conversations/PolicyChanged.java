package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.KnownValues;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A cycle's policy changes for those in scope from a day on.
 *
 * @param cycle id of the cycle
 * @param version version of the policy, from 2
 * @param scope whom it is for
 * @param target team, job family or person; absent for the whole organisation (may be null)
 * @param rhythm which types, how often; empty when the scope has no conversations of this cycle
 * @param effectiveFrom first day
 */
@EventContract(type = "nl.klimrek.conversations.policy-changed.v1", topic = Topics.CONVERSATIONS)
public record PolicyChanged(
        String cycle,
        int version,
        PolicyScope scope,
        @Nullable String target,
        List<CadenceRule> rhythm,
        LocalDate effectiveFrom) {
    public PolicyChanged {
        rhythm = KnownValues.of(rhythm);
    }
}
