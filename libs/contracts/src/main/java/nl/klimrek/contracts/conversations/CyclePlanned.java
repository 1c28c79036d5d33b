package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A cycle was planned for everybody it covers.
 *
 * @param cycle id of the cycle
 * @param planned conversations planned
 * @param withoutManager employed people without a manager, for whom nothing could be planned
 */
@EventContract(type = "nl.klimrek.conversations.cycle-planned.v1", topic = Topics.CONVERSATIONS)
public record CyclePlanned(String cycle, int planned, int withoutManager) {}
