package nl.klimrek.conversations.cycle.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Replays the past year of an organisation. Each person is read once, in pages. */
@Component
class PolicyReplayService {

    private static final int PAGE_SIZE = 500;

    private final PeopleProjection people;
    private final RhythmService rhythms;

    PolicyReplayService(PeopleProjection people, RhythmService rhythms) {
        this.people = people;
        this.rhythms = rhythms;
    }

    ReplayReport replay(Organisation organisation, Cycle cycle, LocalDate today) {
        PolicyReplay replay = new PolicyReplay(cycle, today);
        people.pages(organisation, PAGE_SIZE).forEach(page -> add(organisation, page, replay));
        return replay.report();
    }

    private void add(Organisation organisation, List<PersonProfile> page, PolicyReplay replay) {
        Set<String> managers = page.stream()
                .map(PersonProfile::manager)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> employed = people.employed(organisation, managers).stream()
                .map(PersonProfile::person)
                .collect(Collectors.toSet());
        Map<String, EmployeeRhythm> known = rhythms.of(
                organisation, page.stream().map(PersonProfile::person).toList());
        page.forEach(person -> replay.add(
                PolicyMember.of(person),
                employed.contains(person.manager()),
                known.containsKey(person.person()) ? known.get(person.person()).held() : List.of()));
    }
}
