package nl.klimrek.conversations.dialogue.reading;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nl.klimrek.eventing.Decision;

/**
 * The goals of one employee, from the events of the development plan. An activity of an unknown goal is left out,
 * because that goal may be private.
 *
 * @param goals by id; dropped ones are gone, of achieved ones the latest stay
 */
public record DevelopmentGoals(Map<String, DevelopmentGoal> goals) {

    static final DevelopmentGoals NONE = new DevelopmentGoals(Map.of());
    /** Enough to look back on; a person works on a few goals at a time. */
    static final int MAX_ACHIEVED = 12;

    public DevelopmentGoals {
        goals = Map.copyOf(goals);
    }

    Decision<DevelopmentGoals> set(DevelopmentGoal goal) {
        return goals.containsKey(goal.id()) ? Decision.unchanged() : with(goal);
    }

    Decision<DevelopmentGoals> change(String goal, UnaryOperator<DevelopmentGoal> step) {
        DevelopmentGoal known = goals.get(goal);
        return known == null || step.apply(known).equals(known) ? Decision.unchanged() : with(step.apply(known));
    }

    Decision<DevelopmentGoals> drop(String goal) {
        Map<String, DevelopmentGoal> rest = new TreeMap<>(goals);
        return rest.remove(goal) == null ? Decision.unchanged() : Decision.accept(new DevelopmentGoals(rest));
    }

    /** What this reader may know, the nearest target first. Goals kept private are only ever for the employee. */
    public List<DevelopmentGoal> seen(boolean employee) {
        return goals.values().stream()
                .filter(goal -> employee || !goal.keptPrivate())
                .sorted(Comparator.comparing(DevelopmentGoal::targetDate).thenComparing(DevelopmentGoal::id))
                .toList();
    }

    private Decision<DevelopmentGoals> with(DevelopmentGoal goal) {
        Map<String, DevelopmentGoal> more = new TreeMap<>(goals);
        more.put(goal.id(), goal);
        List<DevelopmentGoal> achieved =
                more.values().stream().filter(one -> one.achievedOn() != null).toList();
        Optional<DevelopmentGoal> oldest = achieved.size() <= MAX_ACHIEVED
                ? Optional.empty()
                : achieved.stream()
                        .min(Comparator.comparing(DevelopmentGoal::achievedOn, Comparator.<LocalDate>naturalOrder()));
        oldest.ifPresent(one -> more.remove(one.id()));
        return Decision.accept(new DevelopmentGoals(more));
    }
}
