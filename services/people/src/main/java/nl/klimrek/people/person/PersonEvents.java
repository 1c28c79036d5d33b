package nl.klimrek.people.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import org.jspecify.annotations.Nullable;

/**
 * The events that tell others how a person changed. A person who had left before the first record came is published as a
 * leaver only, so that nobody plans for them. Names and addresses are the directory's.
 */
final class PersonEvents {

    private PersonEvents() {}

    static List<Record> between(Person before, Person after, Instant now) {
        return switch (after.status()) {
            case EXPECTED -> before.employed() ? List.of(postponed(before, now)) : List.of();
            case EMPLOYED -> before.published() ? changed(before, after, now) : List.of(joined(after));
            case LEFT -> stillLeft(before, after) ? List.of() : List.of(left(before, after));
        };
    }

    /** The present facts as an event that names no change: what is published again of a person who is on the roster or left it. */
    static List<Record> current(Person person) {
        return switch (person.status()) {
            case EXPECTED -> List.of();
            case EMPLOYED -> List.of(changed(person, effectiveFrom(person), List.of()));
            case LEFT -> List.of(left(person, person));
        };
    }

    private static boolean stillLeft(Person before, Person after) {
        return before.status() == EmploymentStatus.LEFT
                && Objects.equals(
                        before.currentFacts().endDate(), after.currentFacts().endDate());
    }

    /** Publishes the person as a leaver when the first day moves into the future, so that nobody plans for them. */
    private static Record postponed(Person before, Instant now) {
        return new PersonLeft(
                before.person(),
                before.currentFacts().teamCode(),
                before.reporting().manager(),
                before.today(now).minusDays(1));
    }

    private static Record joined(Person person) {
        EmployeeFacts facts = person.currentFacts();
        return new PersonJoined(
                person.person(),
                facts.teamCode(),
                person.reporting().manager(),
                facts.jobFamilyCode(),
                facts.contractKind(),
                facts.minutesPerWeek(),
                facts.workingDays(),
                facts.language(),
                facts.timeZone(),
                facts.startDate(),
                facts.endDate(),
                facts.absentFrom(),
                facts.absentUntil(),
                effectiveFrom(person));
    }

    /** Day from which the facts hold, never before the first day of employment. */
    private static LocalDate effectiveFrom(Person person) {
        LocalDate day = Objects.requireNonNull(person.asOf()).effectiveAt();
        return day.isBefore(person.currentFacts().startDate())
                ? person.currentFacts().startDate()
                : day;
    }

    private static Record left(Person before, Person after) {
        return new PersonLeft(
                after.person(),
                after.currentFacts().teamCode(),
                before.reporting().manager(),
                Objects.requireNonNull(after.currentFacts().endDate()));
    }

    private static List<Record> changed(Person before, Person after, Instant now) {
        List<PersonField> fields = differences(before, after);
        if (fields.isEmpty()) {
            return List.of();
        }
        LocalDate since = Objects.equals(after.asOf(), before.asOf()) ? after.today(now) : effectiveFrom(after);
        return List.of(changed(after, since, fields));
    }

    private static Record changed(Person person, LocalDate since, List<PersonField> fields) {
        EmployeeFacts facts = person.currentFacts();
        return new PersonChanged(
                person.person(),
                facts.teamCode(),
                person.reporting().manager(),
                facts.jobFamilyCode(),
                facts.contractKind(),
                facts.minutesPerWeek(),
                facts.workingDays(),
                facts.language(),
                facts.timeZone(),
                facts.startDate(),
                facts.endDate(),
                facts.absentFrom(),
                facts.absentUntil(),
                since,
                fields);
    }

    private static List<PersonField> differences(Person before, Person after) {
        EmployeeFacts was = before.facts() == null ? after.currentFacts() : before.currentFacts();
        EmployeeFacts is = after.currentFacts();
        List<PersonField> fields = new ArrayList<>();
        note(fields, PersonField.TEAM, was.teamCode(), is.teamCode());
        note(
                fields,
                PersonField.MANAGER,
                before.reporting().manager(),
                after.reporting().manager());
        note(
                fields,
                PersonField.JOB,
                List.of(text(was.job()), text(was.jobFamilyCode())),
                List.of(text(is.job()), text(is.jobFamilyCode())));
        note(fields, PersonField.CONTRACT, was.contractKind(), is.contractKind());
        note(fields, PersonField.HOURS, was.minutesPerWeek(), is.minutesPerWeek());
        note(fields, PersonField.WORKING_DAYS, was.workingDays(), is.workingDays());
        note(fields, PersonField.LANGUAGE, was.language(), is.language());
        note(fields, PersonField.TIME_ZONE, was.timeZone(), is.timeZone());
        note(fields, PersonField.START_DATE, was.startDate(), is.startDate());
        note(fields, PersonField.END_DATE, was.endDate(), is.endDate());
        if (!Objects.equals(was.absentFrom(), is.absentFrom())
                || !Objects.equals(was.absentUntil(), is.absentUntil())) {
            fields.add(PersonField.ABSENCE);
        }
        if (!before.employed()) {
            fields.add(PersonField.RETURNED);
        }
        return fields;
    }

    private static void note(List<PersonField> fields, PersonField field, @Nullable Object was, @Nullable Object is) {
        if (!Objects.equals(was, is)) {
            fields.add(field);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
