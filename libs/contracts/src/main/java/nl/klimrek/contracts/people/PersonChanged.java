package nl.klimrek.contracts.people;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.KnownValues;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Facts about somebody changed; the whole person as now known, and which facts differ.
 *
 * @param person random id of the person
 * @param team code of the team (may be null)
 * @param manager person id of the manager, absent when there is none (may be null)
 * @param jobFamily code of the job family (may be null)
 * @param contractKind kind of contract
 * @param minutesPerWeek contract hours a week, in minutes
 * @param workingDays usual working days
 * @param language BCP 47 language tag
 * @param timeZone IANA time zone
 * @param startDate first day of employment
 * @param endDate last day of employment, where known (may be null)
 * @param absentFrom first day of a known absence; never why (may be null)
 * @param absentUntil last day of that absence (may be null)
 * @param effectiveAt day from which these facts hold
 * @param changed facts that differ from before
 */
@EventContract(type = "nl.klimrek.people.person-changed.v1", topic = Topics.PEOPLE)
public record PersonChanged(
        String person,
        @Nullable String team,
        @Nullable String manager,
        @Nullable String jobFamily,
        ContractKind contractKind,
        int minutesPerWeek,
        List<Weekday> workingDays,
        @StringFormat(StringFormat.Kind.LANGUAGE) String language,
        @StringFormat(StringFormat.Kind.TIME_ZONE) String timeZone,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate absentFrom,
        @Nullable LocalDate absentUntil,
        LocalDate effectiveAt,
        List<PersonField> changed) {
    public PersonChanged {
        workingDays = KnownValues.of(workingDays);
        changed = KnownValues.of(changed);
    }
}
