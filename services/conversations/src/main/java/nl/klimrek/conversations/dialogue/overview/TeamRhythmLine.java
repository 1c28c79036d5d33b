package nl.klimrek.conversations.dialogue.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import org.jspecify.annotations.Nullable;

/**
 * The rhythm of a manager's conversations with one report: facts only, and only of conversations between these two.
 *
 * @param employee the report
 * @param last the newest conversation that took place; absent without one
 * @param open what is not over yet, the earliest first
 * @param overdueAgreements open agreements whose due date has passed
 * @param timeNeeded when time is needed for a career conversation outside the line; absent when it is not
 * @param months how many took place or lie ahead in each month that has any, the earliest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TeamRhythmLine(
        String employee,
        @Nullable TeamRhythmConversation last,
        List<TeamRhythmConversation> open,
        int overdueAgreements,
        @Nullable TimeNeeded timeNeeded,
        List<RhythmMonth> months) {

    /**
     * A month.
     *
     * @param month year and month, such as {@code 2026-11}
     * @param held how many took place in it
     * @param ahead how many are still to take place in it
     */
    record RhythmMonth(String month, int held, int ahead) {}

    /** @param entries the manager's conversations with this report; any others would be counted too */
    static TeamRhythmLine of(
            String employee,
            Collection<OverviewEntry> entries,
            @Nullable TimeNeeded timeNeeded,
            LocalDate today,
            ZoneId zone) {
        List<TeamRhythmConversation> talks = entries.stream()
                .map(entry -> TeamRhythmConversation.of(entry, zone))
                .sorted(Comparator.comparing((TeamRhythmConversation talk) -> talk.day(zone))
                        .thenComparing(TeamRhythmConversation::conversation))
                .toList();
        TeamRhythmConversation last = talks.stream()
                .filter(talk -> talk.heldOn() != null)
                .reduce((one, later) -> later)
                .orElse(null);
        int overdue = (int) entries.stream()
                .flatMap(entry -> entry.openAgreements().stream())
                .filter(agreement -> agreement.dueDate().isBefore(today))
                .count();
        return new TeamRhythmLine(
                employee,
                last,
                talks.stream().filter(talk -> !talk.status().ended()).toList(),
                overdue,
                timeNeeded,
                months(talks, zone));
    }

    private static List<RhythmMonth> months(List<TeamRhythmConversation> talks, ZoneId zone) {
        Map<YearMonth, RhythmMonth> months = new TreeMap<>();
        for (TeamRhythmConversation talk : talks) {
            if (talk.status() != ConversationStatus.CANCELLED) {
                YearMonth month = YearMonth.from(talk.day(zone));
                RhythmMonth before = months.getOrDefault(month, new RhythmMonth(month.toString(), 0, 0));
                months.put(
                        month,
                        talk.heldOn() != null
                                ? new RhythmMonth(before.month, before.held + 1, before.ahead)
                                : new RhythmMonth(before.month, before.held, before.ahead + 1));
            }
        }
        return List.copyOf(months.values());
    }
}
