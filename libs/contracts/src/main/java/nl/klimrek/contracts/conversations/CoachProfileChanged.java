package nl.klimrek.contracts.conversations;

import java.util.List;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.people.Weekday;

/**
 * A coach changed what colleagues choose them by.
 *
 * @param coach person id of the coach
 * @param skills what the coach can help with; may be empty
 * @param languages BCP 47 tags of the languages in which the coach talks; may be empty
 * @param workingDays days on which the coach has talks; empty for the days on which they work
 */
@EventContract(type = "nl.klimrek.conversations.coach-profile-changed.v1", topic = Topics.CONVERSATIONS)
public record CoachProfileChanged(
        String coach, List<CoachSkill> skills, List<String> languages, List<Weekday> workingDays) {}
