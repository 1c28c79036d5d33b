package nl.klimrek.insights.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.conversations.ConversationType;

/**
 * Coverage per team and in all, without a figure about too few.
 *
 * <p>Guarantee: every figure is about at least {@code minimum} people, and so is what can be had by taking shown teams
 * from the total: when the teams that are hidden are together too few, the smallest shown team is hidden too. When even
 * all are too few, there is no total.
 *
 * @param months length of the period, until now
 * @param minimum people a figure is about at the least
 * @param total everybody in a team; null when they are too few
 * @param teams the teams that may be shown, by code
 * @param hidden codes of the teams that may not
 */
public record Coverage(int months, int minimum, Figure total, List<TeamFigure> teams, List<String> hidden) {

    /** A team and its figure. */
    public record TeamFigure(String team, Figure figure) {}

    static Coverage of(int months, int minimum, List<Group> groups) {
        List<Group> bySize = new ArrayList<>(groups.stream()
                .filter(group -> group.people() > 0)
                .sorted(Comparator.comparingInt(Group::people).thenComparing(Group::team))
                .toList());
        List<Group> hidden = new ArrayList<>();
        while (!bySize.isEmpty() && (bySize.get(0).people() < minimum || tooFew(hidden, minimum))) {
            hidden.add(bySize.remove(0));
        }
        List<Set<ConversationType>> everybody =
                groups.stream().flatMap(group -> group.heldByPerson().stream()).toList();
        return new Coverage(
                months,
                minimum,
                everybody.size() < minimum || tooFew(hidden, minimum) ? null : Figure.of(everybody),
                bySize.stream()
                        .sorted(Comparator.comparing(Group::team))
                        .map(group -> new TeamFigure(group.team(), Figure.of(group.heldByPerson())))
                        .toList(),
                hidden.stream().map(Group::team).sorted().toList());
    }

    private static boolean tooFew(List<Group> hidden, int minimum) {
        return !hidden.isEmpty() && hidden.stream().mapToInt(Group::people).sum() < minimum;
    }
}
