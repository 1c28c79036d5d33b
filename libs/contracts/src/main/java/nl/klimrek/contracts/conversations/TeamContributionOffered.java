package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A team member said how they will help a shared goal.
 *
 * @param dialogue id of the team dialogue
 * @param team code of the team
 * @param goal id of the goal
 * @param person person id of the member
 * @param content commitment of the contribution
 */
@EventContract(type = "nl.klimrek.conversations.team-contribution-offered.v1", topic = Topics.CONVERSATIONS)
public record TeamContributionOffered(
        String dialogue,
        String team,
        String goal,
        String person,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
