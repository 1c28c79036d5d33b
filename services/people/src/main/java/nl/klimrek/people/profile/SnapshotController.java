package nl.klimrek.people.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.inbound.RosterSnapshot;
import nl.klimrek.people.inbound.RosterSnapshotRepository;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.readmodel.HeadcountProjection;
import nl.klimrek.people.roster.PeopleAccess;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows HR who was not in the newest complete snapshot. The HR system decides whether they left. */
@RestController
final class SnapshotController {

    static final int MAX_MISSING = 10_000;
    private static final int PEOPLE_PER_READ = 500;

    private final RosterSnapshotRepository snapshots;
    private final HeadcountProjection headcount;
    private final AggregateStore<Person> people;
    private final PeopleAccess access;

    SnapshotController(
            RosterSnapshotRepository snapshots,
            HeadcountProjection headcount,
            AggregateStore<Person> people,
            PeopleAccess access) {
        this.snapshots = snapshots;
        this.headcount = headcount;
        this.people = people;
        this.access = access;
    }

    /**
     * A snapshot compared with the roster.
     *
     * @param announced number of its records, as the source states it
     * @param seen number of people whose newest snapshot it is
     * @param complete whether as many people were seen as it has records; otherwise {@code missing} proves nothing
     * @param missing employed people of that source who were not in it, by person id; the first {@value #MAX_MISSING}
     * @param missingCount number of all of them
     */
    record Compared(
            String source,
            String snapshot,
            Instant completedAt,
            int announced,
            int seen,
            boolean complete,
            List<String> missing,
            int missingCount) {}

    /** Reads the whole roster: HR asks for this once a snapshot, not once a record. */
    @GetMapping("/api/people/snapshots/newest")
    Compared newest(@RequestParam String source, Caller caller) {
        access.hr(caller);
        RosterSnapshot snapshot = snapshots
                .newest(caller.organisation(), source)
                .orElseThrow(() -> new RefusedException(Refusal.of("snapshot-unknown")));
        int seen = 0;
        int missingCount = 0;
        List<String> missing = new ArrayList<>();
        List<String> chunk = headcount.allPeople(caller.organisation(), null, PEOPLE_PER_READ);
        while (!chunk.isEmpty()) {
            for (Person person : find(caller.organisation(), chunk)) {
                if (!source.equals(person.source())) {
                    continue;
                }
                if (snapshot.snapshot().equals(person.snapshot())) {
                    seen++;
                } else if (person.employed()) {
                    missingCount++;
                    if (missing.size() < MAX_MISSING) {
                        missing.add(person.person());
                    }
                }
            }
            chunk = headcount.allPeople(caller.organisation(), chunk.get(chunk.size() - 1), PEOPLE_PER_READ);
        }
        missing.sort(null);
        return new Compared(
                source,
                snapshot.snapshot(),
                snapshot.completedAt(),
                snapshot.records(),
                seen,
                seen >= snapshot.records(),
                missing,
                missingCount);
    }

    private List<Person> find(Organisation organisation, List<String> ids) {
        return people.findAll(ids.stream().map(id -> Key.of(organisation, id)).toList()).stream()
                .map(Versioned::state)
                .toList();
    }
}
