package nl.klimrek.reminders.timing;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds recipients in the roster. */
@Component
public class RecipientLookup {

    /** Stands for a person that the roster does not contain yet. */
    private static final Recipient UNKNOWN = new Recipient(ZoneOffset.UTC, Set.of(), null, null);

    private final PeopleProjection people;

    public RecipientLookup(PeopleProjection people) {
        this.people = people;
    }

    /** The recipient; {@link #UNKNOWN}, in UTC, while the roster does not contain the person. */
    public Recipient find(Organisation organisation, String person) {
        return recipientOrUnknown(people.person(organisation, person).orElse(null));
    }

    /** The recipient of each of these person ids, as {@link #find} says; they are read together. */
    public Map<String, Recipient> findAll(Organisation organisation, Collection<String> persons) {
        Map<String, PersonProfile> known = people.people(organisation, persons);
        return persons.stream()
                .distinct()
                .collect(Collectors.toMap(person -> person, person -> recipientOrUnknown(known.get(person))));
    }

    /** Whether the person has left the organisation. */
    public boolean hasLeft(Organisation organisation, String person) {
        return people.person(organisation, person).map(PersonProfile::left).orElse(false);
    }

    /** Person id of the current manager. */
    public Optional<String> managerOf(Organisation organisation, String person) {
        return people.person(organisation, person).map(PersonProfile::manager);
    }

    private static Recipient recipientOrUnknown(@Nullable PersonProfile known) {
        return known == null || known.timeZone() == null ? UNKNOWN : recipient(known);
    }

    private static Recipient recipient(PersonProfile facts) {
        Set<DayOfWeek> days = facts.workingDays().stream()
                .map(day -> DayOfWeek.of(day.ordinal() + 1))
                .collect(Collectors.toSet());
        return new Recipient(ZoneId.of(facts.timeZone()), days, facts.absentFrom(), facts.absentUntil());
    }
}
