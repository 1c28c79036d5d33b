package nl.klimrek.conversations.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.conversations.rhythm.Rhythm;
import nl.klimrek.conversations.rhythm.Rhythms;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/** Replays the past year of an organisation. Everybody is read once, some at a time. */
@Component
class Replays {

    private static final int AT_ONCE = 500;

    private final PeopleProjection people;
    private final Rhythms rhythms;

    Replays(PeopleProjection people, Rhythms rhythms) {
        this.people = people;
        this.rhythms = rhythms;
    }

    ReplayReport replay(Organisation organisation, Cycle cycle, LocalDate today) {
        List<PersonProfile> everyone = people.everyone(organisation);
        Set<String> employed = everyone.stream().map(PersonProfile::person).collect(Collectors.toSet());
        Replay replay = new Replay(cycle, today);
        for (int from = 0; from < everyone.size(); from += AT_ONCE) {
            List<PersonProfile> some = everyone.subList(from, Math.min(everyone.size(), from + AT_ONCE));
            Map<String, Rhythm> known = rhythms.of(
                    organisation, some.stream().map(PersonProfile::person).toList());
            some.forEach(person -> replay.add(
                    Member.of(person),
                    employed.contains(person.manager()),
                    known.containsKey(person.person())
                            ? known.get(person.person()).held()
                            : List.of()));
        }
        return replay.report();
    }
}
