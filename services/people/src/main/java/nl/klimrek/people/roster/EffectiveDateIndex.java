package nl.klimrek.people.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.readmodel.PersonListRepository;
import org.jspecify.annotations.Nullable;

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

    /**
     * A page of the people for whom something changes on this day, by id.
     *
     * @param after the id before the first one; null for the beginning
     * @param end the last id; null for no end
     */
    List<String> page(
            Organisation organisation, LocalDate day, @Nullable String after, @Nullable String end, int most) {
        return lists.page(organisation, list(day), after, end, most);
    }

    /** Removes a person whose changes on this day were applied. */
    void remove(Organisation organisation, String person, LocalDate day) {
        lists.remove(organisation, list(day), person);
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
