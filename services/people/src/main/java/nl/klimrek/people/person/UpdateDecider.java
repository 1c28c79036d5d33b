package nl.klimrek.people.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.hrrecord.HrRecord;

/**
 * Brings one person up to date: the upcoming records whose day has come are applied, and status and reporting line follow
 * from the facts. It reads and writes nothing.
 */
final class UpdateDecider {

    private final Person before;
    private final ReportingLines lines;
    private final Instant now;

    UpdateDecider(Person before, ReportingLines lines, Instant now) {
        this.before = before;
        this.lines = lines;
        this.now = now;
    }

    /** Applies everything that holds now to a changed state, and decides on the events for the difference. */
    Decision<Person> decide(Person changed) {
        Person after = updated(changed);
        return after.equals(before)
                ? Decision.unchanged()
                : Decision.accept(after, PersonEvents.between(before, after, now));
    }

    private Person updated(Person person) {
        KnownFacts known = person.knowledge();
        List<HrRecord> waiting = new ArrayList<>();
        for (HrRecord record : person.upcoming()) {
            if (record.holds(known.facts(), now)) {
                // Contradictions were refused when the record came; one that has arisen since changes nothing.
                known = known.with(record).orElse(known);
            } else {
                waiting.add(record);
            }
        }
        EmploymentStatus status = EmploymentStatus.at(now, known.facts());
        return person.with(known, waiting, status, lines.lineFor(status, known.facts()));
    }
}
