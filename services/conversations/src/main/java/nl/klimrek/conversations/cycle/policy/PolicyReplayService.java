package nl.klimrek.conversations.cycle.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.ReplayReport;
import nl.klimrek.conversations.cycle.cadence.EmployeeRhythm;
import nl.klimrek.conversations.cycle.cadence.PolicyMember;
import nl.klimrek.conversations.cycle.cadence.RhythmService;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/** Replays the past year of an organisation. Each person is read once, in batches. */
@Component
class PolicyReplayService {

    private static final int BATCH_SIZE = 500;

    private final PeopleProjection people;
    private final RhythmService rhythms;

    PolicyReplayService(PeopleProjection people, RhythmService rhythms) {
        this.people = people;
        this.rhythms = rhythms;
    }

    ReplayReport replay(Organisation organisation, Cycle cycle, LocalDate today) {
        List<PersonProfile> everyone = people.everyone(organisation);
        Set<String> employed = everyone.stream().map(PersonProfile::person).collect(Collectors.toSet());
        PolicyReplay replay = new PolicyReplay(cycle, today);
        for (int from = 0; from < everyone.size(); from += BATCH_SIZE) {
            List<PersonProfile> some = everyone.subList(from, Math.min(everyone.size(), from + BATCH_SIZE));
            Map<String, EmployeeRhythm> known = rhythms.of(
                    organisation, some.stream().map(PersonProfile::person).toList());
            some.forEach(person -> replay.add(
                    PolicyMember.of(person),
                    employed.contains(person.manager()),
                    known.containsKey(person.person())
                            ? known.get(person.person()).held()
                            : List.of()));
        }
        return replay.report();
    }
}
