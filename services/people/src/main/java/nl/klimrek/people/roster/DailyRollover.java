package nl.klimrek.people.roster;

import java.time.LocalDate;
import java.util.Collection;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;

/**
 * Applies changes that take effect today. Days that were missed while nothing ran are made up, oldest first. Running it
 * again, or in two instances at once, changes nothing.
 */
public final class DailyRollover {

    private static final String CURSOR = "agenda";

    private final EffectiveDateIndex effectiveDates;
    private final RosterService roster;
    private final AggregateStore<RolloverCursor> cursors;

    public DailyRollover(
            EffectiveDateIndex effectiveDates, RosterService roster, AggregateStore<RolloverCursor> cursors) {
        this.effectiveDates = effectiveDates;
        this.roster = roster;
        this.cursors = cursors;
    }

    public void run(Collection<Organisation> organisations) {
        organisations.forEach(this::run);
    }

    private void run(Organisation organisation) {
        LocalDate stillOpen = effectiveDates.earliestToday();
        LocalDate first = cursors.find(Key.of(organisation, CURSOR))
                .map(Versioned::state)
                .map(cursor -> cursor.closed().plusDays(1))
                .orElse(stillOpen);
        for (LocalDate day = first; !day.isAfter(effectiveDates.latestToday()); day = day.plusDays(1)) {
            effectiveDates
                    .peopleChangingOn(organisation, day)
                    .forEach(person -> roster.advance(organisation, person, MessageContext.system("people-clock")));
            if (day.isBefore(stillOpen)) {
                effectiveDates.clear(organisation, day);
            }
        }
        close(organisation, stillOpen.minusDays(1));
    }

    private void close(Organisation organisation, LocalDate day) {
        cursors.handle(
                Key.of(organisation, CURSOR),
                MessageContext.system("people-clock"),
                known -> known.filter(cursor -> !cursor.closed().isBefore(day)).isPresent()
                        ? Decision.unchanged()
                        : Decision.accept(new RolloverCursor(day)));
    }
}
