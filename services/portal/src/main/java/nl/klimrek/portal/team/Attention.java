package nl.klimrek.portal.team;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.portal.team.TeamResponses.Conversation;
import nl.klimrek.portal.team.TeamResponses.PlanCard;
import nl.klimrek.portal.team.TeamResponses.Rhythm;
import org.jspecify.annotations.Nullable;

/**
 * Why a report needs their manager, the most urgent reason first. A step counts once its moment has come, not as soon
 * as it is planned.
 *
 * @param kinds   why, most pressing first; empty when nothing needs the manager
 * @param waiting conversations in which a step of the manager is due
 */
record Attention(List<Kind> kinds, List<Conversation> waiting) {
    /** How long before its moment a step is worth a thought. */
    private static final int DAYS_BEFORE = 7;

    /** In the order of the list. */
    enum Kind {
        MISSED,
        OVERDUE,
        WAITING,
        PLAN,
        REQUEST,
        NOTHING_PLANNED,
        TIME_NEEDED
    }

    static Attention of(Rhythm rhythm, @Nullable PlanCard plan, boolean request, Instant now, LocalDate today) {
        List<Conversation> waiting =
                rhythm.open().stream().filter(talk -> due(talk, now, today)).toList();
        List<Kind> kinds = new ArrayList<>();
        add(kinds, Kind.MISSED, rhythm.open().stream().anyMatch(talk -> "MISSED".equals(talk.status())));
        add(kinds, Kind.OVERDUE, rhythm.overdueAgreements() > 0);
        add(kinds, Kind.WAITING, waiting.stream().anyMatch(talk -> !"MISSED".equals(talk.status())));
        add(kinds, Kind.PLAN, plan != null && "CONFIRMED_BY_EMPLOYEE".equals(plan.state()));
        add(kinds, Kind.REQUEST, request);
        add(kinds, Kind.NOTHING_PLANNED, rhythm.open().stream().noneMatch(Conversation::ahead));
        add(kinds, Kind.TIME_NEEDED, rhythm.timeNeeded() != null);
        return new Attention(List.copyOf(kinds), waiting);
    }

    /** Whether the manager should act; that no talk is planned or time is needed is good to know only. */
    boolean needsManager() {
        return !kinds.isEmpty() && kinds.get(0).compareTo(Kind.NOTHING_PLANNED) < 0;
    }

    /** Place in the list: lower is more pressing. */
    int rank() {
        return kinds.isEmpty() ? Kind.values().length : kinds.get(0).ordinal();
    }

    private static boolean due(Conversation talk, Instant now, LocalDate today) {
        return switch (talk.asked() == null ? "NOTHING" : talk.asked()) {
            case "ANSWER", "RECORD", "CONFIRM", "CLOSE" -> true;
            case "FIND_A_TIME" ->
                talk.windowFrom() == null || !talk.windowFrom().isAfter(today.plusDays(DAYS_BEFORE));
            case "HOLD" -> talk.slotEnd() != null && talk.slotEnd().isBefore(now);
            case "PREPARE" ->
                talk.slotStart() != null && talk.slotStart().isBefore(now.plusSeconds(DAYS_BEFORE * 86_400L));
            default -> false;
        };
    }

    private static void add(List<Kind> kinds, Kind kind, boolean there) {
        if (there) {
            kinds.add(kind);
        }
    }
}
