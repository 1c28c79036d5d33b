package nl.klimrek.contracts.conversations;

import java.time.Instant;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A moment for the team's dialogue was set.
 *
 * @param dialogue id of the team dialogue
 * @param team code of the team
 * @param slotStart start
 * @param slotEnd end
 */
@EventContract(type = "nl.klimrek.conversations.team-dialogue-invited.v1", topic = Topics.CONVERSATIONS)
public record TeamDialogueInvited(String dialogue, String team, Instant slotStart, Instant slotEnd) {}
