package nl.klimrek.conversations.cycle.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.ReplayReport;
import nl.klimrek.conversations.cycle.cadence.HeldConversation;
import nl.klimrek.conversations.cycle.cadence.PolicyMember;

/**
 * Replays the past year under another policy: what it would have asked for, and what was held. People are counted in
 * their present team, job family and line, because earlier ones are not stored.
 */
public final class PolicyReplay {

    /** Days that are replayed. */
    public static final int DAYS = 365;

    private final Cycle cycle;
    private final LocalDate from;
    private final LocalDate until;
    private final Map<ConversationType, int[]> types = new TreeMap<>();
    private final Map<String, Map<YearMonth, Integer>> load = new TreeMap<>();
    private int people;
    private int withoutManager;

    /** @param cycle as it would have been; @param today the day after the last that is replayed */
    public PolicyReplay(Cycle cycle, LocalDate today) {
        this.cycle = cycle;
        this.from = today.minusDays(DAYS);
        this.until = today.minusDays(1);
    }

    /** Replays the year of one employee. */
    public void add(PolicyMember member, boolean manager, List<HeldConversation> held) {
        people++;
        withoutManager += manager ? 0 : 1;
        for (CadenceRule rule : cycle.cadence(member, until).rhythm()) {
            for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(rule.everyDays())) {
                turn(member, manager, rule, day, held);
            }
        }
    }

    /** What came of it. */
    public ReplayReport report() {
        return new ReplayReport(
                from,
                until,
                people,
                withoutManager,
                types.entrySet().stream()
                        .map(type -> new ReplayReport.OfType(
                                type.getKey(),
                                type.getValue()[0],
                                type.getValue()[1],
                                type.getValue()[0] - type.getValue()[1]))
                        .toList(),
                loads(),
                List.of());
    }

    private void turn(
            PolicyMember member, boolean manager, CadenceRule rule, LocalDate first, List<HeldConversation> held) {
        LocalDate last = first.plusDays(rule.everyDays() - 1L);
        boolean over = !last.isAfter(until);
        if (!over || member.startsAfter(first) || member.leavesBefore(last) || member.absentThroughout(first, last)) {
            return;
        }
        boolean took = held.stream()
                .anyMatch(done -> done.type() == rule.type()
                        && !done.day().isBefore(first)
                        && !done.day().isAfter(last));
        int[] counts = types.computeIfAbsent(rule.type(), type -> new int[2]);
        counts[0]++;
        counts[1] += took ? 1 : 0;
        if (manager) {
            load.computeIfAbsent(member.manager(), id -> new TreeMap<>()).merge(YearMonth.from(first), 1, Integer::sum);
        }
    }

    private List<ReplayReport.Load> loads() {
        List<ReplayReport.Load> loads = new ArrayList<>();
        load.forEach((manager, months) -> months.forEach((month, conversations) -> loads.add(new ReplayReport.Load(
                manager, month, conversations, conversations * cycle.policy().slotMinutes()))));
        loads.sort(Comparator.comparingInt(ReplayReport.Load::minutes)
                .reversed()
                .thenComparing(ReplayReport.Load::manager)
                .thenComparing(ReplayReport.Load::month));
        return loads;
    }
}
