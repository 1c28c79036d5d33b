package nl.klimrek.people.hrrecord;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.Weekday;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one person. All required facts are present, and no date contradicts another.
 *
 * @param givenName given name; null when unknown
 * @param familyName family name
 * @param email work e-mail address; null when unknown
 * @param language BCP 47 language tag
 * @param timeZone IANA time zone
 * @param team team name as HR gave it; null when unknown
 * @param job job name; null when unknown
 * @param jobFamily job family as HR gave it; null when unknown
 * @param managerNumber employee number of the manager, in the same HR system; null when none was given
 * @param contractKind kind of contract
 * @param minutesPerWeek contract hours a week, in minutes
 * @param workingDays usual working days
 * @param startDate first day of employment
 * @param endDate last day of employment; null while open
 * @param absentFrom first day of a known absence, never why; null without one
 * @param absentUntil last day of that absence; null while open
 */
public record EmployeeFacts(
        @Nullable String givenName,
        String familyName,
        @Nullable String email,
        String language,
        String timeZone,
        @Nullable String team,
        @Nullable String job,
        @Nullable String jobFamily,
        @Nullable String managerNumber,
        ContractKind contractKind,
        int minutesPerWeek,
        List<Weekday> workingDays,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate absentFrom,
        @Nullable LocalDate absentUntil) {

    /** The most contract hours a week. */
    public static final int MAX_MINUTES_PER_WEEK = 60 * 60;

    public EmployeeFacts {
        if (familyName == null || language == null || timeZone == null || contractKind == null || startDate == null) {
            throw new IllegalArgumentException("required facts are missing");
        }
        if (minutesPerWeek < 0 || minutesPerWeek > MAX_MINUTES_PER_WEEK) {
            throw new IllegalArgumentException("impossible hours");
        }
        if (contradict(startDate, endDate, absentFrom, absentUntil)) {
            throw new IllegalArgumentException("impossible dates");
        }
        workingDays = List.copyOf(workingDays);
    }

    /**
     * These facts with some fields as another record states them.
     *
     * @param from the fields to take over
     * @return empty when the dates would contradict each other
     */
    public Optional<EmployeeFacts> with(EmployeeFacts said, Set<HrField> from) {
        LocalDate start = from.contains(HrField.START_DATE) ? said.startDate : startDate;
        LocalDate end = from.contains(HrField.END_DATE) ? said.endDate : endDate;
        LocalDate away = from.contains(HrField.ABSENT_FROM) ? said.absentFrom : absentFrom;
        LocalDate back = from.contains(HrField.ABSENT_UNTIL) ? said.absentUntil : absentUntil;
        if (contradict(start, end, away, back)) {
            return Optional.empty();
        }
        return Optional.of(new EmployeeFacts(
                from.contains(HrField.GIVEN_NAME) ? said.givenName : givenName,
                from.contains(HrField.FAMILY_NAME) ? said.familyName : familyName,
                from.contains(HrField.EMAIL) ? said.email : email,
                from.contains(HrField.LANGUAGE) ? said.language : language,
                from.contains(HrField.TIME_ZONE) ? said.timeZone : timeZone,
                from.contains(HrField.TEAM) ? said.team : team,
                from.contains(HrField.JOB) ? said.job : job,
                from.contains(HrField.JOB_FAMILY) ? said.jobFamily : jobFamily,
                from.contains(HrField.MANAGER_NUMBER) ? said.managerNumber : managerNumber,
                from.contains(HrField.CONTRACT_KIND) ? said.contractKind : contractKind,
                from.contains(HrField.HOURS_PER_WEEK) ? said.minutesPerWeek : minutesPerWeek,
                from.contains(HrField.WORKING_DAYS) ? said.workingDays : workingDays,
                start,
                end,
                away,
                back));
    }

    /** Today in the person's time zone. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneId.of(timeZone));
    }

    /** Whether the first day of employment is still to come. */
    public boolean startsAfter(LocalDate today) {
        return today.isBefore(startDate);
    }

    /** Whether the last day of employment is over. */
    public boolean endedBefore(LocalDate today) {
        return before(endDate, today);
    }

    /** These facts with another last day. */
    public EmployeeFacts endingOn(LocalDate lastDay) {
        return new EmployeeFacts(
                givenName,
                familyName,
                email,
                language,
                timeZone,
                team,
                job,
                jobFamily,
                managerNumber,
                contractKind,
                minutesPerWeek,
                workingDays,
                startDate,
                lastDay,
                absentFrom,
                absentUntil);
    }

    /** These facts without the address. */
    public EmployeeFacts withoutEmail() {
        return new EmployeeFacts(
                givenName,
                familyName,
                null,
                language,
                timeZone,
                team,
                job,
                jobFamily,
                managerNumber,
                contractKind,
                minutesPerWeek,
                workingDays,
                startDate,
                endDate,
                absentFrom,
                absentUntil);
    }

    /** Code of the team as in events; null when unknown. */
    public @Nullable String teamCode() {
        return Slug.of(team);
    }

    /** Code of the job family as in events; null when unknown. */
    public @Nullable String jobFamilyCode() {
        return Slug.of(jobFamily);
    }

    private static boolean contradict(
            LocalDate start, @Nullable LocalDate end, @Nullable LocalDate away, @Nullable LocalDate back) {
        return before(end, start) || before(back, away) || back != null && away == null;
    }

    private static boolean before(@Nullable LocalDate day, @Nullable LocalDate other) {
        return day != null && other != null && day.isBefore(other);
    }
}
