package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A team set a goal it shares.
 *
 * @param dialogue id of the team dialogue
 * @param team code of the team
 * @param goal id of the goal
 * @param content commitment of the goal
 */
@EventContract(type = "nl.klimrek.conversations.team-goal-set.v1", topic = Topics.CONVERSATIONS)
public record TeamGoalSet(
        String dialogue,
        String team,
        String goal,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
