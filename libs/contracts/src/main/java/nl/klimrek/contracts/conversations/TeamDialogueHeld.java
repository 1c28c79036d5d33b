package nl.klimrek.contracts.conversations;

import java.time.Instant;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The team's dialogue took place.
 *
 * @param dialogue id of the team dialogue
 * @param team code of the team
 * @param heldAt when
 * @param present how many took part
 */
@EventContract(type = "nl.klimrek.conversations.team-dialogue-held.v1", topic = Topics.CONVERSATIONS)
public record TeamDialogueHeld(String dialogue, String team, Instant heldAt, int present) {}
