package nl.klimrek.people.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import nl.klimrek.eventing.Organisation;

/** The people for whom something begins or ends on a day, by day. Days that are over everywhere are not noted. */
public final class EffectiveDateIndex {

    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    private final PersonListRepository lists;
    private final Clock clock;

    public EffectiveDateIndex(PersonListRepository lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** Notes that something changes for a person on this day in the person's own zone. */
    public void note(Organisation organisation, String person, LocalDate day, boolean newcomer) {
        if (!day.isBefore(earliestToday()) && newcomer) {
            lists.addNewcomer(organisation, list(day), person);
        } else if (!day.isBefore(earliestToday())) {
            lists.add(organisation, list(day), person);
        }
    }

    public List<String> peopleChangingOn(Organisation organisation, LocalDate day) {
        return lists.people(organisation, list(day));
    }

    /** Clears a day that is over everywhere. */
    public void clear(Organisation organisation, LocalDate day) {
        lists.clear(organisation, list(day));
    }

    /** Today where the day ends last. */
    public LocalDate earliestToday() {
        return LocalDate.ofInstant(clock.instant(), LAST_ZONE);
    }

    /** Today where the day begins first. */
    public LocalDate latestToday() {
        return LocalDate.ofInstant(clock.instant(), FIRST_ZONE);
    }

    private static String list(LocalDate day) {
        return "day:" + day;
    }
}
