package nl.klimrek.contracts.hr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.KnownValues;
import nl.klimrek.contracts.Length;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The whole person as an HR system knows it from a day on.
 *
 * @param employeeNumber number of the employee in the HR system
 * @param effectiveAt day from which these facts hold
 * @param givenName given name (may be null)
 * @param familyName family name
 * @param email work e-mail address (may be null)
 * @param language BCP 47 language tag; nl when absent (may be null)
 * @param timeZone IANA time zone; Europe/Amsterdam when absent (may be null)
 * @param team team name (may be null)
 * @param job job name (may be null)
 * @param jobFamily job family (may be null)
 * @param managerNumber employee number of the manager (may be null)
 * @param contractKind kind of contract; PERMANENT when absent (may be null)
 * @param hoursPerWeek contract hours a week; 36 when absent (may be null)
 * @param workingDays MON to SUN; Monday to Friday when absent (may be null)
 * @param startDate first day of employment
 * @param endDate last day of employment (may be null)
 * @param absentFrom first day of a known absence (may be null)
 * @param absentUntil last day of that absence (may be null)
 */
@EventContract(type = "nl.klimrek.hr.employee.upserted.v1", topic = Topics.HR_EMPLOYEES)
public record EmployeeUpserted(
        @Length(min = 1, max = 100) String employeeNumber,
        LocalDate effectiveAt,
        @Length(min = 1, max = 200) @Nullable String givenName,
        @Length(min = 1, max = 200) String familyName,
        @Length(min = 1, max = 200) @Nullable String email,
        @Length(min = 1, max = 200) @Nullable String language,
        @Length(min = 1, max = 200) @Nullable String timeZone,
        @Length(min = 1, max = 200) @Nullable String team,
        @Length(min = 1, max = 200) @Nullable String job,
        @Length(min = 1, max = 200) @Nullable String jobFamily,
        @Length(min = 1, max = 100) @Nullable String managerNumber,
        @Length(min = 1, max = 200) @Nullable String contractKind,
        @Nullable BigDecimal hoursPerWeek,
        @Nullable List<String> workingDays,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate absentFrom,
        @Nullable LocalDate absentUntil) {
    public EmployeeUpserted {
        workingDays = KnownValues.of(workingDays);
    }
}
