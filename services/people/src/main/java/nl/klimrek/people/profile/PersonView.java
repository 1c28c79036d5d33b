package nl.klimrek.people.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.people.person.EmploymentStatus;
import nl.klimrek.people.person.ReportingLine.NoManager;
import org.jspecify.annotations.Nullable;

/**
 * A person of the roster as a reader sees them. Fields that are unknown, or not for this reader, are absent.
 *
 * @param person random person id
 * @param employeeNumber number in the HR system; for the person and HR only
 * @param source HR system; for the person and HR only
 * @param managerNumber number of the manager in the HR system; for the person and HR only
 * @param managerName full name of the manager
 * @param withoutManagerBecause why there is no manager
 * @param team code of the team
 * @param teamName name of the team
 * @param minutesPerWeek contract hours a week, in minutes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonView(
        String person,
        @Nullable String employeeNumber,
        @Nullable String source,
        @JsonProperty("standing") EmploymentStatus status,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String team,
        @Nullable String teamName,
        @Nullable String job,
        @Nullable String jobFamily,
        @Nullable String manager,
        @Nullable String managerName,
        @Nullable String managerNumber,
        @Nullable NoManager withoutManagerBecause,
        @Nullable ContractKind contractKind,
        @Nullable Integer minutesPerWeek,
        @Nullable List<Weekday> workingDays,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate absentFrom,
        @Nullable LocalDate absentUntil) {

    /** The view for a manager, without the numbers of the HR system. */
    PersonView withoutNumbers() {
        return new PersonView(
                person,
                null,
                null,
                status,
                givenName,
                familyName,
                email,
                language,
                timeZone,
                team,
                teamName,
                job,
                jobFamily,
                manager,
                managerName,
                null,
                withoutManagerBecause,
                contractKind,
                minutesPerWeek,
                workingDays,
                startDate,
                endDate,
                absentFrom,
                absentUntil);
    }
}
