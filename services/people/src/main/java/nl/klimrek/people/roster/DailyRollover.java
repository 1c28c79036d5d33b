package nl.klimrek.people.roster;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies changes that take effect today. Days that were missed while nothing ran are made up, oldest first.
 *
 * <p>Guarantees: the people of an organisation are worked off in ranges and pages, so memory does not grow with it. Several
 * instances share the ranges, each under a lease; a range of an instance that stops is taken over where it ended. A person
 * whose changes cannot be applied is passed over with an alarm and tried again. Running twice changes nothing.
 */
public final class DailyRollover {
    private static final Logger LOG = LoggerFactory.getLogger(DailyRollover.class);

    /** Each range has the ids after its start, up to the next start. Person ids are random hexadecimal digits. */
    private static final List<String> RANGE_STARTS = List.of("", "2", "4", "6", "8", "a", "c", "e");

    private static final int PEOPLE_PER_PAGE = 200;
    private static final String CURSOR = "agenda";
    private static final MessageContext CONTEXT = MessageContext.system("people-clock");

    private final EffectiveDateIndex effectiveDates;
    private final RosterService roster;
    private final AggregateStore<RolloverDay> days;
    private final AggregateStore<RolloverRange> ranges;
    private final Clock clock;
    private final Counter failures;
    private final String instance = UUID.randomUUID().toString();

    public DailyRollover(
            EffectiveDateIndex effectiveDates,
            RosterService roster,
            AggregateStore<RolloverDay> days,
            AggregateStore<RolloverRange> ranges,
            Clock clock,
            MeterRegistry meters) {
        this.effectiveDates = effectiveDates;
        this.roster = roster;
        this.days = days;
        this.ranges = ranges;
        this.clock = clock;
        this.failures = Counter.builder("klimrek.people.rollover.failures")
                .description("People whose changes of the day could not be applied and will be tried again")
                .register(meters);
    }

    public void run(Collection<Organisation> organisations) {
        organisations.forEach(this::run);
    }

    private void run(Organisation organisation) {
        LocalDate open = effectiveDates.earliestToday();
        LocalDate first = days.find(Key.of(organisation, CURSOR))
                .map(Versioned::state)
                .map(day -> day.closed().plusDays(1))
                .orElse(open);
        boolean done = nothingToDo(organisation, first);
        if (!done) {
            RANGE_STARTS.forEach(start -> run(organisation, start, first, open));
            done = RANGE_STARTS.stream()
                    .allMatch(start -> ranges.find(key(organisation, start))
                            .filter(range -> range.state().closedUpTo(open.minusDays(1)))
                            .isPresent());
        }
        if (done) {
            close(organisation, open.minusDays(1));
        }
    }

    private boolean nothingToDo(Organisation organisation, LocalDate first) {
        return first.datesUntil(effectiveDates.latestToday().plusDays(1))
                .allMatch(day ->
                        effectiveDates.page(organisation, day, null, null, 1).isEmpty());
    }

    private void run(Organisation organisation, String start, LocalDate first, LocalDate open) {
        RolloverRange range = change(organisation, start, known -> known.claim(instance, clock.instant()));
        if (!range.heldBy(instance)) {
            return;
        }
        for (LocalDate day = range.firstDay(first); !day.isAfter(effectiveDates.latestToday()); day = day.plusDays(1)) {
            String resume = range.resumeAfter(day);
            if (!run(organisation, start, day, open, resume == null ? start : resume)) {
                return;
            }
        }
        change(organisation, start, known -> known.finish(instance, open.minusDays(1)));
    }

    /** Returns whether the range is still this instance's. */
    private boolean run(Organisation organisation, String start, LocalDate day, LocalDate open, String after) {
        String end = endOf(start);
        List<String> page = effectiveDates.page(organisation, day, after, end, PEOPLE_PER_PAGE);
        while (!page.isEmpty()) {
            page.forEach(person -> advance(organisation, person, day, open));
            String last = page.get(page.size() - 1);
            if (!change(organisation, start, known -> known.reached(instance, day, last, clock.instant()))
                    .heldBy(instance)) {
                return false;
            }
            page = effectiveDates.page(organisation, day, last, end, PEOPLE_PER_PAGE);
        }
        return true;
    }

    private void advance(Organisation organisation, String person, LocalDate day, LocalDate open) {
        boolean over = day.isBefore(open);
        try {
            roster.advance(organisation, person, CONTEXT);
        } catch (RuntimeException failed) {
            failures.increment();
            LOG.warn(
                    "The changes of {} for {} could not be applied and will be tried again: {}",
                    person,
                    day,
                    failed.getClass().getSimpleName());
            if (over) {
                effectiveDates.note(organisation, person, open, false);
            }
        }
        if (over) {
            effectiveDates.remove(organisation, person, day);
        }
    }

    private RolloverRange change(
            Organisation organisation, String start, Function<RolloverRange, Decision<RolloverRange>> step) {
        return ranges.handle(key(organisation, start), CONTEXT, known -> step.apply(known.orElse(RolloverRange.NEW)))
                .state();
    }

    private void close(Organisation organisation, LocalDate day) {
        days.handle(
                Key.of(organisation, CURSOR),
                CONTEXT,
                known -> known.filter(cursor -> !cursor.closed().isBefore(day)).isPresent()
                        ? Decision.unchanged()
                        : Decision.accept(new RolloverDay(day)));
    }

    private static @Nullable String endOf(String start) {
        int next = RANGE_STARTS.indexOf(start) + 1;
        return next < RANGE_STARTS.size() ? RANGE_STARTS.get(next) : null;
    }

    private static Key key(Organisation organisation, String start) {
        return Key.of(
                organisation,
                CURSOR + ":"
                        + Optional.of(start).filter(text -> !text.isEmpty()).orElse("0"));
    }
}
