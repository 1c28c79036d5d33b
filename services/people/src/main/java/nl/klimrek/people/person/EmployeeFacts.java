package nl.klimrek.people.person;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.Weekday;

/**
 * The whole person as an HR system knows it. Whoever holds one knows that the required facts are there and that no date
 * contradicts another.
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
        String givenName, String familyName, String email, String language, String timeZone, String team, String job,
        String jobFamily, String managerNumber, ContractKind contractKind, int minutesPerWeek, List<Weekday> workingDays,
        LocalDate startDate, LocalDate endDate, LocalDate absentFrom, LocalDate absentUntil) {

    /** No contract has more hours a week than this. */
    public static final int MOST_MINUTES_PER_WEEK = 60 * 60;

    public EmployeeFacts {
        if (familyName == null || language == null || timeZone == null || contractKind == null || startDate == null) {
            throw new IllegalArgumentException("required facts are missing");
        }
        if (minutesPerWeek < 0 || minutesPerWeek > MOST_MINUTES_PER_WEEK) {
            throw new IllegalArgumentException("impossible hours");
        }
        if (before(endDate, startDate) || before(absentUntil, absentFrom) || absentUntil != null && absentFrom == null) {
            throw new IllegalArgumentException("impossible dates");
        }
        workingDays = List.copyOf(workingDays);
    }

    /** The day it is for this person. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneId.of(timeZone));
    }

    /** Whether the last day of employment is over. */
    public boolean overOn(LocalDate today) {
        return before(endDate, today);
    }

    /** The same person with another last day. */
    public EmployeeFacts endingOn(LocalDate lastDay) {
        return new EmployeeFacts(givenName, familyName, email, language, timeZone, team, job, jobFamily, managerNumber,
                contractKind, minutesPerWeek, workingDays, startDate, lastDay, absentFrom, absentUntil);
    }

    /** Code of the team as events carry it; null when unknown. */
    public String teamCode() {
        return Code.of(team);
    }

    /** Code of the job family as events carry it; null when unknown. */
    public String jobFamilyCode() {
        return Code.of(jobFamily);
    }

    private static boolean before(LocalDate day, LocalDate other) {
        return day != null && other != null && day.isBefore(other);
    }
}
