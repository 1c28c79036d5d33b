package nl.klimrek.portal.people;

import java.time.LocalDate;
import java.util.List;

/** A person on the roster, as the people service answers HR. */
record PersonResponse(
        String person,
        String employeeNumber,
        String standing,
        String givenName,
        String familyName,
        String email,
        String language,
        String team,
        String teamName,
        String job,
        String manager,
        String managerName,
        String withoutManagerBecause,
        String contractKind,
        Integer minutesPerWeek,
        List<String> workingDays,
        LocalDate startDate,
        LocalDate endDate,
        LocalDate absentFrom,
        LocalDate absentUntil) {

    String fullName() {
        return ((givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName)).strip();
    }
}
