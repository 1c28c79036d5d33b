package nl.klimrek.people.agenda;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.lists.PersonLists;

/** Per day, the people for whom something begins or ends on it. Days that are over everywhere are not noted. */
public final class Agenda {

    private static final ZoneOffset LAST_ON_EARTH = ZoneOffset.ofHours(-12);
    private static final ZoneOffset FIRST_ON_EARTH = ZoneOffset.ofHours(14);

    private final PersonLists lists;
    private final Clock clock;

    public Agenda(PersonLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** Notes that something about somebody changes on that day in their own zone. */
    public void note(Organisation organisation, String person, LocalDate day, boolean newcomer) {
        if (!day.isBefore(earliestToday()) && newcomer) {
            lists.addNewcomer(organisation, list(day), person);
        } else if (!day.isBefore(earliestToday())) {
            lists.add(organisation, list(day), person);
        }
    }

    public List<String> peopleOn(Organisation organisation, LocalDate day) {
        return lists.people(organisation, list(day));
    }

    /** The day is over everywhere. */
    public void close(Organisation organisation, LocalDate day) {
        lists.clear(organisation, list(day));
    }

    /** The earliest day that it still is somewhere. */
    public LocalDate earliestToday() {
        return LocalDate.ofInstant(clock.instant(), LAST_ON_EARTH);
    }

    /** The latest day that it is somewhere already. */
    public LocalDate latestToday() {
        return LocalDate.ofInstant(clock.instant(), FIRST_ON_EARTH);
    }

    private static String list(LocalDate day) {
        return "day:" + day;
    }
}
