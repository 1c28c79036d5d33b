package nl.klimrek.portal.coaches;

import java.util.List;

/** A coach on the register, as the conversations service answers. */
record CoachResponse(
        String person, String kind, List<String> skills, List<String> languages, List<String> workingDays) {}
