package nl.klimrek.portal.team;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Responses of the services to a manager. */
final class TeamResponses {
    private TeamResponses() {}

    record Report(
            String person,
            String givenName,
            String familyName,
            String job,
            String team,
            String teamName,
            LocalDate absentFrom,
            LocalDate absentUntil,
            LocalDate endDate) {}

    /** A report's rhythm; facts only. */
    record Rhythm(
            String employee,
            @Nullable Conversation last,
            List<Conversation> open,
            int overdueAgreements,
            @Nullable Time timeNeeded,
            List<Month> months) {
        Rhythm {
            open = open == null ? List.of() : open;
            months = months == null ? List.of() : months;
        }

        static Rhythm none(String employee) {
            return new Rhythm(employee, null, List.of(), 0, null, List.of());
        }
    }

    record Conversation(
            String conversation,
            String type,
            String status,
            String asked,
            LocalDate windowFrom,
            LocalDate windowUntil,
            Instant slotStart,
            Instant slotEnd,
            LocalDate heldOn) {
        boolean ahead() {
            return switch (status) {
                case "PLANNED", "INVITED", "ACCEPTED", "MISSED" -> true;
                default -> false;
            };
        }
    }

    record Month(String month, int held, int ahead) {}

    record Time(LocalDate from, LocalDate until) {}

    record OneRhythm(Rhythm line, List<Conversation> talks) {}

    record PlanCard(
            String employee,
            String pop,
            String state,
            int version,
            Map<String, Integer> goals,
            int privateGoals,
            LocalDate nextTarget) {
        PlanCard {
            goals = goals == null ? Map.of() : goals;
        }
    }

    record OpenRequest(String id, String employee, List<Share> shares, LocalDate neededOn, Instant requestedAt) {}

    record Share(String pot, String unit, long amount) {}
}
