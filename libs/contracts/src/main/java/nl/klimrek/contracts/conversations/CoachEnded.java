package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Somebody is no longer a coach. Their access to conversations as a coach ends, and what lies ahead is cancelled.
 *
 * @param coach person id of the former coach
 * @param reason why
 */
@EventContract(type = "nl.klimrek.conversations.coach-ended.v1", topic = Topics.CONVERSATIONS)
public record CoachEnded(String coach, CoachEndReason reason) {}
