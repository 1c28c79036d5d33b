package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A blackout no longer holds.
 *
 * @param cycle id of the cycle
 * @param blackout id of the period
 */
@EventContract(type = "nl.klimrek.conversations.blackout-lifted.v1", topic = Topics.CONVERSATIONS)
public record BlackoutLifted(String cycle, String blackout) {}
