package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.KnownValues;
import nl.klimrek.contracts.Topics;

/**
 * A policy for the rhythm of conversations took effect.
 *
 * @param cycle id of the cycle
 * @param rhythm which types, how often
 * @param leadDays days between invitation and conversation
 * @param startsOn first day of the policy
 */
@EventContract(type = "nl.klimrek.conversations.cycle-started.v1", topic = Topics.CONVERSATIONS)
public record CycleStarted(String cycle, List<CadenceRule> rhythm, int leadDays, LocalDate startsOn) {
    public CycleStarted {
        rhythm = KnownValues.of(rhythm);
    }
}
