package nl.klimrek.insights.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.conversations.ConversationType;
import org.jspecify.annotations.Nullable;

/**
 * Coverage per team and in total, without a figure about too few people.
 *
 * <p>Guarantee: every figure is about at least {@code minimum} people, and so is the total minus all shown teams. When
 * the hidden teams together have too few people, the smallest shown team is hidden too. When all teams together have too
 * few, there is no total.
 *
 * @param months length of the period, until now
 * @param minimum people that a figure is about at least
 * @param total all people in a team; null when they are too few
 * @param teams the teams that may be shown, by code
 * @param hidden codes of the teams that may not
 */
public record CoverageReport(
        int months, int minimum, @Nullable CoverageFigure total, List<TeamFigure> teams, List<String> hidden) {

    /** A team and its figure. */
    public record TeamFigure(String team, CoverageFigure figure) {}

    static CoverageReport of(int months, int minimum, List<CoverageGroup> groups) {
        List<CoverageGroup> bySize = new ArrayList<>(groups.stream()
                .filter(group -> group.people() > 0)
                .sorted(Comparator.comparingInt(CoverageGroup::people).thenComparing(CoverageGroup::team))
                .toList());
        List<CoverageGroup> hidden = new ArrayList<>();
        while (!bySize.isEmpty() && (bySize.get(0).people() < minimum || tooFew(hidden, minimum))) {
            hidden.add(bySize.remove(0));
        }
        List<Set<ConversationType>> everybody =
                groups.stream().flatMap(group -> group.heldByPerson().stream()).toList();
        return new CoverageReport(
                months,
                minimum,
                everybody.size() < minimum || tooFew(hidden, minimum) ? null : CoverageFigure.of(everybody),
                bySize.stream()
                        .sorted(Comparator.comparing(CoverageGroup::team))
                        .map(group -> new TeamFigure(group.team(), CoverageFigure.of(group.heldByPerson())))
                        .toList(),
                hidden.stream().map(CoverageGroup::team).sorted().toList());
    }

    private static boolean tooFew(List<CoverageGroup> hidden, int minimum) {
        return !hidden.isEmpty()
                && hidden.stream().mapToInt(CoverageGroup::people).sum() < minimum;
    }
}
