package nl.klimrek.reminders.timing;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/** Whom the roster knows, as receivers. */
@Component
public class Receivers {

    /** For somebody the roster has not told about yet: no hour of the day is known to be theirs. */
    private static final Receiver UNKNOWN = new Receiver(ZoneOffset.UTC, Set.of(), null, null);

    private final PeopleProjection people;

    Receivers(PeopleProjection people) {
        this.people = people;
    }

    /** The receiver; one without a time zone or days of their own while the roster has not told. */
    public Receiver of(Organisation organisation, String person) {
        return people.person(organisation, person)
                .filter(facts -> facts.timeZone() != null)
                .map(Receivers::receiver)
                .orElse(UNKNOWN);
    }

    /** Whether the roster says that this person left. */
    public boolean left(Organisation organisation, String person) {
        return people.person(organisation, person).map(PersonProfile::left).orElse(false);
    }

    /** Person id of the current manager. */
    public Optional<String> managerOf(Organisation organisation, String person) {
        return people.person(organisation, person).map(PersonProfile::manager);
    }

    private static Receiver receiver(PersonProfile facts) {
        Set<DayOfWeek> days = facts.workingDays().stream()
                .map(day -> DayOfWeek.of(day.ordinal() + 1))
                .collect(Collectors.toSet());
        return new Receiver(ZoneId.of(facts.timeZone()), days, facts.absentFrom(), facts.absentUntil());
    }
}
