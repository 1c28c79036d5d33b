package nl.klimrek.people.person;

import java.util.Map;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.person.ReportingLine.NoManager;
import org.jspecify.annotations.Nullable;

/**
 * The reporting lines that one person can get, by the employee number of the manager. They are looked up before the person
 * decides, so that the decision itself reads nothing.
 *
 * @param byNumber a line for every number that the person or the record names
 */
public record ReportingLines(Map<String, ReportingLine> byNumber) {
    public ReportingLines {
        byNumber = Map.copyOf(byNumber);
    }

    /**
     * The line of a person with this status and these facts. Only the employed have a manager.
     *
     * @throws IllegalStateException for a number that was not looked up
     */
    ReportingLine lineFor(EmploymentStatus status, @Nullable EmployeeFacts facts) {
        return facts == null || status != EmploymentStatus.EMPLOYED
                ? ReportingLine.toNobody(NoManager.NONE_GIVEN)
                : byManagerNumber(facts.managerNumber());
    }

    private ReportingLine byManagerNumber(@Nullable String managerNumber) {
        if (managerNumber == null) {
            return ReportingLine.toNobody(NoManager.NONE_GIVEN);
        }
        ReportingLine line = byNumber.get(managerNumber);
        if (line == null) {
            throw new IllegalStateException("The manager of this number was not looked up before the decision");
        }
        return line;
    }
}
