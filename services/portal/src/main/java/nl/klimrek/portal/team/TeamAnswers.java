package nl.klimrek.portal.team;

import java.time.LocalDate;
import java.util.List;

/** What the services answer to a manager, as far as these pages show it. */
final class TeamAnswers {
    private TeamAnswers() {
    }

    record Report(String person, String givenName, String familyName, String job) {
    }

    record Plan(String employee, String state) {
    }

    record TimeNeeded(String employee, LocalDate from, LocalDate until) {
    }

    record Request(String id, String employee, String status, String what, String alternatives, String goal, List<Share> shares,
            LocalDate neededOn) {
    }

    record Share(String pot, String unit, long amount) {
    }
}
