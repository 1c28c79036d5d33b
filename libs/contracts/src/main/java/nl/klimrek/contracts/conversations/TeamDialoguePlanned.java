package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A team's dialogue should happen within a window.
 *
 * @param dialogue id of the team dialogue
 * @param team code of the team
 * @param facilitator person id of who leads it
 * @param windowFrom first day of the window
 * @param windowUntil last day of the window
 */
@EventContract(type = "nl.klimrek.conversations.team-dialogue-planned.v1", topic = Topics.CONVERSATIONS)
public record TeamDialoguePlanned(
        String dialogue, String team, String facilitator, LocalDate windowFrom, LocalDate windowUntil) {}
