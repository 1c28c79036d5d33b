package nl.klimrek.contracts.hr;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Length;
import nl.klimrek.contracts.Topics;

/**
 * An employee left.
 *
 * @param employeeNumber number of the employee in the HR system
 * @param effectiveAt day from which this holds
 * @param endDate last day of employment
 */
@EventContract(type = "nl.klimrek.hr.employee.left.v1", topic = Topics.HR_EMPLOYEES)
public record EmployeeLeft(
        @Length(min = 1, max = 100) String employeeNumber, LocalDate effectiveAt, LocalDate endDate) {}
