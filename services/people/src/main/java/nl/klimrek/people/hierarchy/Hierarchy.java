package nl.klimrek.people.hierarchy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.lists.PersonLists;
import nl.klimrek.people.person.Chart;
import nl.klimrek.people.person.EmployeeNumbers;
import nl.klimrek.people.person.EmploymentStatus;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.ReportingLine;
import nl.klimrek.people.person.ReportingLine.NoManager;
import nl.klimrek.people.person.StableId;

/**
 * The organisation chart. Nobody is ever their own manager's manager: who would close a cycle reports to nobody, with
 * that reason, and is looked at again when the chart changes.
 */
public final class Hierarchy {

    /** No organisation is this many managers deep; a chain that is gets the same answer as a cycle. */
    private static final int DEEPEST = 64;

    private static final String IN_A_CYCLE = "in-a-cycle";

    private final EmployeeNumbers numbers;
    private final AggregateStore<Person> people;
    private final PersonLists lists;

    public Hierarchy(EmployeeNumbers numbers, AggregateStore<Person> people, PersonLists lists) {
        this.numbers = numbers;
        this.people = people;
        this.lists = lists;
    }

    /** The chart of this organisation, as it is at each question. */
    public Chart of(Organisation organisation) {
        return chart(organisation, (person, manager) -> reporting(organisation, person, manager));
    }

    /**
     * The same for somebody of whom nobody was ever told: nobody can report to them yet, so they close no cycle. Whether a
     * cycle arises with who names them is looked at when their arrival is told.
     */
    public Chart ofNewcomer(Organisation organisation) {
        return chart(
                organisation,
                (person, manager) -> manager.employed() && !manager.person().equals(person)
                        ? ReportingLine.to(manager.person())
                        : reporting(organisation, person, manager));
    }

    private Chart chart(Organisation organisation, BiFunction<String, Person, ReportingLine> line) {
        return (person, source, managerNumber) -> managerNumber == null
                ? ReportingLine.toNobody(NoManager.NONE_GIVEN)
                : numbers.find(organisation, source, managerNumber)
                        .flatMap(manager -> find(organisation, manager))
                        .map(manager -> line.apply(person, manager))
                        .orElseGet(() -> ReportingLine.toNobody(NoManager.UNKNOWN_NUMBER));
    }

    /** Notes whom somebody names as manager; to be called before their record is stored, so that neither misses the other. */
    public void names(Organisation organisation, String source, String managerNumber, String person, boolean newcomer) {
        if (newcomer) {
            lists.addNewcomer(organisation, namedBy(source, managerNumber), person);
        } else {
            lists.add(organisation, namedBy(source, managerNumber), person);
        }
    }

    /** Everybody who ever named a number of this person as their manager's. */
    public List<String> whoName(Organisation organisation, Person manager) {
        return manager.numbers().stream()
                .flatMap(known -> lists.people(organisation, namedBy(known.source(), known.number())).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Ids of those of these people whom anybody ever named as their manager. */
    public Set<String> named(Organisation organisation, List<Person> people) {
        Map<String, String> personByList = new LinkedHashMap<>();
        people.forEach(person -> person.numbers()
                .forEach(known -> personByList.put(namedBy(known.source(), known.number()), person.person())));
        return lists.notEmpty(organisation, personByList.keySet()).stream()
                .map(personByList::get)
                .collect(Collectors.toSet());
    }

    /** Current reports of a manager, by person id. */
    public List<Person> reportsOf(Organisation organisation, Person manager) {
        List<Key> keys = whoName(organisation, manager).stream()
                .map(person -> Key.of(organisation, person))
                .toList();
        return people.findAll(keys).stream()
                .map(Versioned::state)
                .filter(report -> report.employed()
                        && manager.person().equals(report.reporting().manager()))
                .sorted((one, other) -> one.person().compareTo(other.person()))
                .toList();
    }

    /** Remembers somebody whose relation would close a cycle. */
    public void block(Organisation organisation, String person) {
        lists.add(organisation, IN_A_CYCLE, person);
    }

    /** Forgets it again. */
    public void unblock(Organisation organisation, String person) {
        lists.remove(organisation, IN_A_CYCLE, person);
    }

    /** Everybody whose relation would have closed a cycle. */
    public List<String> blocked(Organisation organisation) {
        return lists.people(organisation, IN_A_CYCLE);
    }

    private ReportingLine reporting(Organisation organisation, String person, Person manager) {
        if (manager.standing() != EmploymentStatus.EMPLOYED) {
            return ReportingLine.toNobody(
                    manager.standing() == EmploymentStatus.LEFT ? NoManager.HAS_LEFT : NoManager.NOT_HERE_YET);
        }
        return leadsTo(organisation, manager, person)
                ? ReportingLine.toNobody(NoManager.CYCLE_IN_HIERARCHY)
                : ReportingLine.to(manager.person());
    }

    private boolean leadsTo(Organisation organisation, Person from, String person) {
        Person link = from;
        for (int step = 0; step < DEEPEST; step++) {
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

    private Optional<Person> find(Organisation organisation, String person) {
        return people.find(Key.of(organisation, person)).map(Versioned::state);
    }

    private static String namedBy(String source, String number) {
        return "named-by:" + StableId.of(source, number);
    }
}
