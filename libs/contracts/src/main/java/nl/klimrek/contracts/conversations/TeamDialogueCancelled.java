package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The team's dialogue will not take place.
 *
 * @param dialogue id of the team dialogue
 * @param team code of the team
 */
@EventContract(type = "nl.klimrek.conversations.team-dialogue-cancelled.v1", topic = Topics.CONVERSATIONS)
public record TeamDialogueCancelled(String dialogue, String team) {}
