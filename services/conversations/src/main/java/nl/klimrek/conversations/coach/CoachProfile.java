package nl.klimrek.conversations.coach;

import java.util.List;
import nl.klimrek.contracts.conversations.CoachSkill;
import nl.klimrek.contracts.people.Weekday;

/**
 * What colleagues choose a coach by. It holds codes only: nothing that a coach types is shown to everybody.
 *
 * @param skills what the coach can help with, each once
 * @param languages BCP 47 tags, each once
 * @param workingDays days on which the coach has talks; empty for the days on which they work
 */
record CoachProfile(List<CoachSkill> skills, List<String> languages, List<Weekday> workingDays) {

    static final CoachProfile EMPTY = new CoachProfile(List.of(), List.of(), List.of());

    CoachProfile {
        skills = sorted(skills);
        languages = sorted(languages);
        workingDays = sorted(workingDays);
    }

    private static <T> List<T> sorted(List<T> values) {
        return values == null ? List.of() : values.stream().distinct().sorted().toList();
    }
}
