package nl.klimrek.reminders.rules;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The goals that one person keeps private, of which no manager hears.
 *
 * @param goals ids of the goals
 */
public record PrivateGoals(Set<String> goals) {

    static final PrivateGoals NONE = new PrivateGoals(Set.of());

    public PrivateGoals {
        goals = Set.copyOf(goals);
    }

    PrivateGoals without(String goal) {
        return new PrivateGoals(goals.stream().filter(one -> !one.equals(goal)).collect(Collectors.toSet()));
    }

    PrivateGoals with(String goal) {
        return new PrivateGoals(Stream.concat(goals.stream(), Stream.of(goal)).collect(Collectors.toSet()));
    }
}
