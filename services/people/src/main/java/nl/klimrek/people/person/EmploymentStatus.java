package nl.klimrek.people.person;

import java.time.Instant;
import java.time.LocalDate;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import org.jspecify.annotations.Nullable;

/** Whether a person is on the roster. */
public enum EmploymentStatus {
    /** All records about the person are for a later day. */
    EXPECTED,
    EMPLOYED,
    LEFT;

    /** The status that follows from the facts on the day it is in the person's zone; expected without facts. */
    static EmploymentStatus at(Instant now, @Nullable EmployeeFacts facts) {
        if (facts == null) {
            return EXPECTED;
        }
        LocalDate today = facts.today(now);
        if (facts.endedBefore(today)) {
            return LEFT;
        }
        return facts.startsAfter(today) ? EXPECTED : EMPLOYED;
    }
}
