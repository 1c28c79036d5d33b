package nl.klimrek.portal.teamdialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Responses of the services about team dialogues and their participants. */
final class TeamDialogueResponses {
    private TeamDialogueResponses() {}

    record Dialogue(
            String id,
            String team,
            String facilitator,
            String status,
            LocalDate windowFrom,
            LocalDate windowUntil,
            Instant slotStart,
            Instant slotEnd,
            List<Question> questions,
            List<Goal> goals,
            List<Agreement> agreements,
            String noActionReason,
            boolean youLead) {
        Dialogue {
            questions = questions == null ? List.of() : questions;
            goals = goals == null ? List.of() : goals;
            agreements = agreements == null ? List.of() : agreements;
        }

        boolean ahead() {
            return "PLANNED".equals(status) || "INVITED".equals(status);
        }

        boolean held() {
            return "HELD".equals(status);
        }
    }

    record Question(String id, String text) {}

    record Goal(String id, String text, Map<String, String> contributions) {
        Goal {
            contributions = contributions == null ? Map.of() : contributions;
        }
    }

    record Agreement(String id, String text, String owner, LocalDate dueDate, String state) {}

    /** The reader's colleagues in one team. */
    record Colleagues(List<String> team) {
        Colleagues {
            team = team == null ? List.of() : team;
        }
    }

    record Report(String person, String team, String teamName) {}
}
