package nl.klimrek.portal.hr;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Responses of the services about figures. */
final class InsightResponses {
    private InsightResponses() {}

    record Coverage(int months, int minimum, Figure total, List<TeamFigure> teams, List<String> hidden) {
        Coverage {
            teams = teams == null ? List.of() : teams;
            hidden = hidden == null ? List.of() : hidden;
        }
    }

    record TeamFigure(String team, Figure figure) {}

    record Figure(int people, int withConversation, Map<String, Integer> byType) {
        Figure {
            byType = byType == null ? Map.of() : byType;
        }

        /** How many had a conversation of a type, or of any when the type is empty. */
        int with(String type) {
            return type.isEmpty() ? withConversation : byType.getOrDefault(type, 0);
        }
    }

    record Shift(int minimum, List<Month> months) {
        Shift {
            months = months == null ? List.of() : months;
        }
    }

    record Month(YearMonth month, Integer conversations, Integer assessments, Integer dialogues) {}

    record Overload(
            String cycle,
            String manager,
            int conversations,
            int minutesShort,
            LocalDate from,
            LocalDate until,
            List<String> delegates) {
        Overload {
            delegates = delegates == null ? List.of() : delegates;
        }
    }

    record Capacity(String manager, int perDay, int perWeek, List<String> delegates, boolean usual) {
        Capacity {
            delegates = delegates == null ? List.of() : delegates;
        }
    }
}
