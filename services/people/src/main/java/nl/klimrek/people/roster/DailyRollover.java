package nl.klimrek.people.roster;

import java.time.LocalDate;
import java.util.Collection;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.agenda.Agenda;

/**
 * Applies changes that take effect today. Days missed while nothing ran are made up, oldest
 * first. Doing it again, or in two instances at once, changes nothing.
 */
public final class DailyRollover {

    private static final String CURSOR = "agenda";

    private final Agenda agenda;
    private final Roster roster;
    private final AggregateStore<DayCursor> cursors;

    public DailyRollover(Agenda agenda, Roster roster, AggregateStore<DayCursor> cursors) {
        this.agenda = agenda;
        this.roster = roster;
        this.cursors = cursors;
    }

    public void run(Collection<Organisation> organisations) {
        organisations.forEach(this::run);
    }

    private void run(Organisation organisation) {
        LocalDate stillOpen = agenda.earliestToday();
        LocalDate first = cursors.find(Key.of(organisation, CURSOR))
                .map(Versioned::state)
                .map(cursor -> cursor.closed().plusDays(1))
                .orElse(stillOpen);
        for (LocalDate day = first; !day.isAfter(agenda.latestToday()); day = day.plusDays(1)) {
            agenda.peopleOn(organisation, day)
                    .forEach(person -> roster.advance(organisation, person, MessageContext.system("people-clock")));
            if (day.isBefore(stillOpen)) {
                agenda.close(organisation, day);
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
                        : Decision.accept(new DayCursor(day)));
    }
}
