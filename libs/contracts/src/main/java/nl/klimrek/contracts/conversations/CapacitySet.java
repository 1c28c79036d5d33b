package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * How many conversations a manager can have.
 *
 * @param manager person id of the manager
 * @param perDay conversations a day at most
 * @param perWeek conversations a week at most
 */
@EventContract(type = "nl.klimrek.conversations.capacity-set.v1", topic = Topics.CONVERSATIONS)
public record CapacitySet(String manager, int perDay, int perWeek) {}
