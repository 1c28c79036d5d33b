package nl.klimrek.servicekit.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.contracts.people.Weekday;
import org.jspecify.annotations.Nullable;

/**
 * A person on the roster as a service knows them: facts only, no name. Of a person whose first event here says that they left, contract,
 * language, zone and start are unknown.
 *
 * @param person random id
 * @param team code of the team; null when unknown
 * @param manager person id of the current manager; null without one
 * @param jobFamily code; null when unknown
 * @param contractKind kind of contract; null when unknown
 * @param minutesPerWeek contract hours a week, in minutes
 * @param workingDays usual working days
 * @param language BCP 47 tag; null when unknown
 * @param timeZone IANA zone; null when unknown
 * @param startDate first day of employment; null when unknown
 * @param endDate last day; null while open
 * @param absentFrom first day of a known absence; null without one
 * @param absentUntil last day of that absence; null while open
 * @param left whether the employment ended
 * @param formerLists earlier lists that may still hold the person
 */
public record PersonProfile(
        String person,
        @Nullable String team,
        @Nullable String manager,
        @Nullable String jobFamily,
        @Nullable ContractKind contractKind,
        int minutesPerWeek,
        List<Weekday> workingDays,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate absentFrom,
        @Nullable LocalDate absentUntil,
        boolean left,
        Set<String> formerLists) {
    public PersonProfile {
        workingDays = workingDays == null ? List.of() : List.copyOf(workingDays);
        formerLists = formerLists == null ? Set.of() : Set.copyOf(formerLists);
    }

    static PersonProfile of(PersonJoined joined) {
        return new PersonProfile(
                joined.person(),
                joined.team(),
                joined.manager(),
                joined.jobFamily(),
                joined.contractKind(),
                joined.minutesPerWeek(),
                joined.workingDays(),
                joined.language(),
                joined.timeZone(),
                joined.startDate(),
                joined.endDate(),
                joined.absentFrom(),
                joined.absentUntil(),
                false,
                Set.of());
    }

    /** The profile after a change, which is always about an employed person. */
    static PersonProfile of(PersonChanged changed) {
        return new PersonProfile(
                changed.person(),
                changed.team(),
                changed.manager(),
                changed.jobFamily(),
                changed.contractKind(),
                changed.minutesPerWeek(),
                changed.workingDays(),
                changed.language(),
                changed.timeZone(),
                changed.startDate(),
                changed.endDate(),
                changed.absentFrom(),
                changed.absentUntil(),
                false,
                Set.of());
    }

    /** The profile of a person whose first event here says that they left. */
    static PersonProfile of(PersonLeft gone) {
        return new PersonProfile(
                gone.person(),
                gone.team(),
                gone.manager(),
                null,
                null,
                0,
                List.of(),
                null,
                null,
                null,
                gone.endDate(),
                null,
                null,
                true,
                Set.of());
    }

    /** Team and manager stay known for what was agreed with them; the relation itself gives no right any more. */
    PersonProfile leaving(PersonLeft gone) {
        return new PersonProfile(
                person,
                team,
                manager,
                jobFamily,
                contractKind,
                minutesPerWeek,
                workingDays,
                language,
                timeZone,
                startDate,
                gone.endDate(),
                absentFrom,
                absentUntil,
                true,
                formerLists);
    }

    /** These facts, remembering the lists that earlier facts had put the person in. */
    PersonProfile after(PersonProfile earlier) {
        Set<String> former = new TreeSet<>(earlier.formerLists);
        former.addAll(earlier.lists());
        former.removeAll(lists());
        return new PersonProfile(
                person,
                team,
                manager,
                jobFamily,
                contractKind,
                minutesPerWeek,
                workingDays,
                language,
                timeZone,
                startDate,
                endDate,
                absentFrom,
                absentUntil,
                left,
                former);
    }

    /** Ids, within the organisation, of the lists that these facts put the person in. */
    Set<String> lists() {
        Set<String> lists = new TreeSet<>();
        if (!left) {
            lists.add(PeopleListIds.everyone(person));
        }
        if (team != null && !left) {
            lists.add(PeopleListIds.team(team));
        }
        if (manager != null && !left) {
            lists.add(PeopleListIds.reports(manager));
        }
        return lists;
    }
}
