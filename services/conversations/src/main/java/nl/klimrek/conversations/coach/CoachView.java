package nl.klimrek.conversations.coach;

import java.util.List;
import nl.klimrek.contracts.conversations.CoachKind;
import nl.klimrek.contracts.conversations.CoachSkill;
import nl.klimrek.contracts.people.Weekday;

/**
 * A coach as colleagues see them.
 *
 * @param person person id
 * @param kind what kind of coach
 * @param skills what the coach can help with
 * @param languages BCP 47 tags
 * @param workingDays days on which the coach has talks; empty for the days on which they work
 */
record CoachView(
        String person, CoachKind kind, List<CoachSkill> skills, List<String> languages, List<Weekday> workingDays) {

    static CoachView of(Coach coach) {
        return new CoachView(
                coach.person(),
                coach.kind(),
                coach.profile().skills(),
                coach.profile().languages(),
                coach.profile().workingDays());
    }
}
