package nl.klimrek.conversations.growth;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nl.klimrek.eventing.Decision;

/**
 * The goals of one employee. Only what is known for sure is in it: an activity of a goal that was not heard of belongs to
 * nobody's list, because it might be kept private.
 *
 * @param goals by id; dropped ones are gone, of achieved ones the latest stay
 */
public record Growth(Map<String, Goal> goals) {

    static final Growth NONE = new Growth(Map.of());
    /** Enough to look back on; a person works on a few goals at a time. */
    static final int MOST_ACHIEVED = 12;

    public Growth {
        goals = Map.copyOf(goals);
    }

    Decision<Growth> set(Goal goal) {
        return goals.containsKey(goal.id()) ? Decision.unchanged() : with(goal);
    }

    Decision<Growth> change(String goal, UnaryOperator<Goal> step) {
        Goal known = goals.get(goal);
        return known == null || step.apply(known).equals(known) ? Decision.unchanged() : with(step.apply(known));
    }

    Decision<Growth> drop(String goal) {
        Map<String, Goal> rest = new TreeMap<>(goals);
        return rest.remove(goal) == null ? Decision.unchanged() : Decision.accept(new Growth(rest));
    }

    /** What this reader may know, the nearest target first. Goals kept private are only ever for the employee. */
    public List<Goal> seen(boolean employee) {
        return goals.values().stream()
                .filter(goal -> employee || !goal.keptPrivate())
                .sorted(Comparator.comparing(Goal::targetDate).thenComparing(Goal::id))
                .toList();
    }

    private Decision<Growth> with(Goal goal) {
        Map<String, Goal> more = new TreeMap<>(goals);
        more.put(goal.id(), goal);
        List<Goal> achieved =
                more.values().stream().filter(one -> one.achievedOn() != null).toList();
        Optional<Goal> oldest = achieved.size() <= MOST_ACHIEVED
                ? Optional.empty()
                : achieved.stream().min(Comparator.comparing(Goal::achievedOn, Comparator.<LocalDate>naturalOrder()));
        oldest.ifPresent(one -> more.remove(one.id()));
        return Decision.accept(new Growth(more));
    }
}
