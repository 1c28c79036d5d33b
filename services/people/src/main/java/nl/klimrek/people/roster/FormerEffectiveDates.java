package nl.klimrek.people.roster;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.readmodel.PersonListRepository;
import nl.klimrek.servicekit.jobs.ClockJob;
import org.jspecify.annotations.Nullable;

/**
 * Applies changes that an instance of the version before has noted by day. That version writes no due times, so people whom
 * it changes during a rolling upgrade are found here. A key is a day and a person.
 */
public final class FormerEffectiveDates implements ClockJob {
    private static final MessageContext CONTEXT = MessageContext.system("people-clock");
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);
    private static final int DAYS_BACK = 7;
    private static final String SEPARATOR = "/";

    private final PersonListRepository lists;
    private final RosterService roster;
    private final List<Organisation> organisations;
    private final Clock clock;

    public FormerEffectiveDates(
            PersonListRepository lists, RosterService roster, List<Organisation> organisations, Clock clock) {
        this.lists = lists;
        this.roster = roster;
        this.organisations = List.copyOf(organisations);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "former-effective-dates";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public List<String> ranges() {
        return organisations.stream().map(Organisation::value).toList();
    }

    @Override
    public List<String> page(String range, @Nullable String after, int limit) {
        Organisation organisation = new Organisation(range);
        LocalDate reached = after == null
                ? earliestToday().minusDays(DAYS_BACK)
                : Entry.parse(after).day();
        String person = after == null ? null : Entry.parse(after).person();
        List<String> keys = new ArrayList<>();
        for (LocalDate day = reached; !day.isAfter(latestToday()) && keys.size() < limit; day = day.plusDays(1)) {
            for (String id : lists.page(organisation, list(day), person, limit - keys.size())) {
                keys.add(new Entry(organisation, day, id).key());
            }
            person = null;
        }
        return keys;
    }

    @Override
    public void process(String key) {
        Entry entry = Entry.parse(key);
        roster.advance(entry.organisation(), entry.person(), CONTEXT);
        if (entry.day().isBefore(earliestToday())) {
            lists.remove(entry.organisation(), list(entry.day()), entry.person());
        }
    }

    /** Today where the day ends last. */
    private LocalDate earliestToday() {
        return LocalDate.ofInstant(clock.instant(), LAST_ZONE);
    }

    /** Today where the day begins first. */
    private LocalDate latestToday() {
        return LocalDate.ofInstant(clock.instant(), FIRST_ZONE);
    }

    private static String list(LocalDate day) {
        return "day:" + day;
    }

    /** A person for whom something changes on a day. */
    private record Entry(Organisation organisation, LocalDate day, String person) {
        static Entry parse(String key) {
            String[] parts = key.split(SEPARATOR, 3);
            return new Entry(new Organisation(parts[0]), LocalDate.parse(parts[1]), parts[2]);
        }

        String key() {
            return organisation.value() + SEPARATOR + day + SEPARATOR + person;
        }
    }
}
