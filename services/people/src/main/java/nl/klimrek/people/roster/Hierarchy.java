package nl.klimrek.people.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.hrrecord.StableId;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.EmploymentStatus;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.ReportingLine;
import nl.klimrek.people.person.ReportingLine.NoManager;
import nl.klimrek.people.person.ReportingLines;
import nl.klimrek.people.readmodel.PersonListRepository;
import org.jspecify.annotations.Nullable;

/**
 * The organisation chart. Nobody becomes their own manager's manager: a person whose line would close a cycle reports to
 * nobody, with that reason, and is looked at again when the chart changes.
 */
public final class Hierarchy {
    /** No organisation has this many levels; a longer chain of managers is treated as a cycle. */
    private static final int MAX_LEVELS = 64;

    private static final String IN_A_CYCLE = "in-a-cycle";
    private static final int PEOPLE_PER_PAGE = 200;

    private final EmployeeNumberRepository numbers;
    private final AggregateStore<Person> people;
    private final PersonListRepository lists;

    public Hierarchy(EmployeeNumberRepository numbers, AggregateStore<Person> people, PersonListRepository lists) {
        this.numbers = numbers;
        this.people = people;
        this.lists = lists;
    }

    /**
     * The lines that a person can get now: one for each manager's number that the person names.
     *
     * @param moreNumbers numbers that a record about the person names
     */
    ReportingLines linesOf(Organisation organisation, Person person, Collection<String> moreNumbers) {
        Map<String, ReportingLine> lines = new HashMap<>();
        Stream.concat(person.managerNumbers().stream(), moreNumbers.stream())
                .distinct()
                .forEach(number -> lines.put(number, line(organisation, person, number)));
        return new ReportingLines(lines);
    }

    /** Whether a person without a manager, who names one, has a manager by now. */
    boolean hasManagerNow(Organisation organisation, Person person) {
        String number = person.employed() && person.reporting().manager() == null
                ? person.currentFacts().managerNumber()
                : null;
        return number != null && line(organisation, person, number).manager() != null;
    }

    private ReportingLine line(Organisation organisation, Person person, String managerNumber) {
        return numbers.find(organisation, person.source(), managerNumber)
                .flatMap(manager -> find(organisation, manager))
                .map(manager -> lineTo(organisation, manager, person))
                .orElseGet(() -> ReportingLine.toNobody(NoManager.UNKNOWN_NUMBER));
    }

    private ReportingLine lineTo(Organisation organisation, Person manager, Person person) {
        if (!manager.employed()) {
            return ReportingLine.toNobody(
                    manager.status() == EmploymentStatus.LEFT ? NoManager.HAS_LEFT : NoManager.NOT_HERE_YET);
        }
        return closesCycle(organisation, manager, person)
                ? ReportingLine.toNobody(NoManager.CYCLE_IN_HIERARCHY)
                : ReportingLine.to(manager.person());
    }

    /**
     * Nobody can report yet to a person who was never published, so such a person closes no cycle. {@link
     * ReportingLineUpdater} looks again once the person's arrival is published.
     */
    private boolean closesCycle(Organisation organisation, Person manager, Person person) {
        return person.published()
                ? leadsTo(organisation, manager, person.person())
                : manager.person().equals(person.person());
    }

    private boolean leadsTo(Organisation organisation, Person from, String person) {
        Person link = from;
        for (int level = 0; level < MAX_LEVELS; level++) {
            if (link.person().equals(person)) {
                return true;
            }
            Optional<Person> next =
                    Optional.ofNullable(link.reporting().manager()).flatMap(manager -> find(organisation, manager));
            if (next.isEmpty()) {
                return false;
            }
            link = next.get();
        }
        return true;
    }

    /**
     * Notes whose number somebody names as the manager's. Call it before their record is stored, so that a manager who
     * arrives at the same moment finds them.
     */
    void noteManagerNumber(
            Organisation organisation, String source, String managerNumber, String person, boolean newcomer) {
        if (newcomer) {
            lists.addNewcomer(organisation, namedBy(source, managerNumber), person);
        } else {
            lists.add(organisation, namedBy(source, managerNumber), person);
        }
    }

    /** Passes the ids of all people who ever named a number of this person as their manager's; returns whether there are any. */
    boolean forEachNaming(Organisation organisation, Person manager, Consumer<String> action) {
        boolean any = false;
        List<String> page = peopleNaming(organisation, manager, null);
        while (!page.isEmpty()) {
            any = true;
            page.forEach(action);
            page = peopleNaming(organisation, manager, page.get(page.size() - 1));
        }
        return any;
    }

    /** A page of the ids of people who ever named a number of this person as their manager's, sorted. */
    private List<String> peopleNaming(Organisation organisation, Person manager, @Nullable String after) {
        return manager.numbers().stream()
                .flatMap(known ->
                        lists
                                .page(organisation, namedBy(known.source(), known.number()), after, PEOPLE_PER_PAGE)
                                .stream())
                .distinct()
                .sorted()
                .limit(PEOPLE_PER_PAGE)
                .toList();
    }

    /** Ids of those of these people whom anybody ever named as their manager. */
    Set<String> namedAsManager(Organisation organisation, List<Person> candidates) {
        Map<String, String> personByList = new LinkedHashMap<>();
        candidates.forEach(person -> person.numbers()
                .forEach(known -> personByList.put(namedBy(known.source(), known.number()), person.person())));
        return lists.notEmpty(organisation, personByList.keySet()).stream()
                .map(personByList::get)
                .collect(Collectors.toSet());
    }

    /**
     * A page of a manager's current reports, by person id.
     *
     * @param after the id before the first one; null for the beginning
     */
    public List<Person> reportsOf(Organisation organisation, Person manager, @Nullable String after, int most) {
        List<Person> found = new ArrayList<>();
        List<String> ids = peopleNaming(organisation, manager, after);
        while (!ids.isEmpty() && found.size() < most) {
            people.findAll(ids.stream().map(id -> Key.of(organisation, id)).toList()).stream()
                    .map(Versioned::state)
                    .filter(report -> report.managedBy(manager.person()))
                    .sorted((one, other) -> one.person().compareTo(other.person()))
                    .limit(most - (long) found.size())
                    .forEach(found::add);
            ids = peopleNaming(organisation, manager, ids.get(ids.size() - 1));
        }
        return found;
    }

    /** Whether anybody reports to this person now. */
    public boolean hasReports(Organisation organisation, Person manager) {
        return !reportsOf(organisation, manager, null, 1).isEmpty();
    }

    /** Remembers a person whose line would close a cycle. */
    void noteCycle(Organisation organisation, String person) {
        lists.add(organisation, IN_A_CYCLE, person);
    }

    /** Removes a person whose line closes no cycle any more. */
    void clearCycle(Organisation organisation, String person) {
        lists.remove(organisation, IN_A_CYCLE, person);
    }

    /** A page of the ids of people whose line would have closed a cycle, sorted. @param after the id before the first one */
    List<String> inCycle(Organisation organisation, @Nullable String after) {
        return lists.page(organisation, IN_A_CYCLE, after, PEOPLE_PER_PAGE);
    }

    private Optional<Person> find(Organisation organisation, String person) {
        return people.find(Key.of(organisation, person)).map(Versioned::state);
    }

    private static String namedBy(String source, String number) {
        return "named-by:" + StableId.of(source, number);
    }
}
