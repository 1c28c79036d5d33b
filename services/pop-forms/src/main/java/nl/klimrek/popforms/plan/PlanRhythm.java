package nl.klimrek.popforms.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.popforms.PopRhythmChanged;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.goal.Stall;
import org.jspecify.annotations.Nullable;

/**
 * The plan's own rhythm. An open goal counts as stalled when nothing happened with it for as many weeks as its owner
 * chose, and nothing is planned for later. The clock finds it; its owner says what is in the way.
 */
public final class PlanRhythm {

    /** Weeks of a plan whose owner chose none. */
    public static final int USUAL_WEEKS = 6;

    public static final int MIN_WEEKS = 2;
    public static final int MAX_WEEKS = 26;

    private PlanRhythm() {}

    /** The number of quiet weeks after which a goal of this plan counts as stalled. */
    public static int weeks(Pop pop) {
        return pop.rhythmWeeks() == null ? USUAL_WEEKS : pop.rhythmWeeks();
    }

    /**
     * The owner chooses their own rhythm.
     *
     * @param weeks from {@value #MIN_WEEKS} to {@value #MAX_WEEKS}
     */
    public static Decision<Pop> choose(Pop pop, int weeks) {
        return weeks == weeks(pop)
                ? Decision.unchanged()
                : Decision.accept(
                        pop.with(Integer.valueOf(weeks), pop.restsUntil()),
                        new PopRhythmChanged(pop.id(), pop.employee(), weeks));
    }

    /** Stalls every goal that has been quiet for too long on this day. */
    public static Decision<Pop> stallQuietGoals(Pop pop, LocalDate today) {
        List<Record> facts = new ArrayList<>();
        List<Goal> after = pop.goals().stream()
                .map(goal -> stalledIfQuiet(pop, goal, today, facts))
                .toList();
        return facts.isEmpty() ? Decision.unchanged() : Decision.accept(pop.with(after), facts);
    }

    private static Goal stalledIfQuiet(Pop pop, Goal goal, LocalDate today, List<Record> facts) {
        if (!goal.canFallQuiet() || quietOn(pop, goal).isAfter(today)) {
            return goal;
        }
        return goal.stall(pop.plan(), Stall.found(today)) instanceof Decision.Accepted<Goal> stalled
                        && facts.addAll(stalled.events())
                ? stalled.state()
                : goal;
    }

    /** Lets the clock leave the goals alone until a day, because nobody can work on them. */
    public static Decision<Pop> rest(Pop pop, LocalDate until) {
        return Decision.accept(pop.with(pop.rhythmWeeks(), until));
    }

    /**
     * When the clock looks at this plan next; null for never. It is the end of the day in UTC, so that the day has begun in
     * each zone.
     */
    public static @Nullable Instant nextLook(Pop pop) {
        return pop.goals().stream()
                .filter(Goal::canFallQuiet)
                .map(goal -> quietOn(pop, goal))
                .min(LocalDate::compareTo)
                .map(day -> later(day, pop.restsUntil()))
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(null);
    }

    private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
        return Stream.of(day)
                .flatMap(one -> Stream.concat(Stream.of(one), Stream.ofNullable(other)))
                .max(LocalDate::compareTo)
                .orElse(day);
    }

    private static LocalDate quietOn(Pop pop, Goal goal) {
        LocalDate started = pop.startedAt().atZone(ZoneOffset.UTC).toLocalDate();
        return goal.quietFrom(started).plusWeeks(weeks(pop));
    }
}
