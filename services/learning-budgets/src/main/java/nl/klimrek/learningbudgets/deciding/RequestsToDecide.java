package nl.klimrek.learningbudgets.deciding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import org.springframework.stereotype.Component;

/**
 * What waits for somebody's decision now: the requests of their current reports and, for HR, those of everybody who has
 * no manager here. Never one's own.
 */
@Component
class RequestsToDecide {

    private final AggregateStore<OpenRequests> open;
    private final AggregateStore<AskingPeople> asking;
    private final PeopleProjection people;

    RequestsToDecide(AggregateStore<OpenRequests> open, AggregateStore<AskingPeople> asking, PeopleProjection people) {
        this.open = open;
        this.asking = asking;
        this.people = people;
    }

    /** The soonest needed first. */
    List<OpenRequest> of(Caller caller) {
        Set<String> askers = new TreeSet<>();
        people.reportsOf(caller.organisation(), caller.person()).forEach(report -> askers.add(report.person()));
        if (caller.is(Role.HR)) {
            askers.addAll(askersWithoutManager(caller.organisation()));
        }
        askers.remove(caller.person());
        return open.findAll(keys(caller.organisation(), askers)).stream()
                .flatMap(person -> person.state().requests().stream())
                .sorted(Comparator.comparing(OpenRequest::neededOn).thenComparing(OpenRequest::id))
                .toList();
    }

    private List<String> askersWithoutManager(Organisation organisation) {
        return asking.findAll(keys(organisation, AskingPeople.parts())).stream()
                .map(Versioned::state)
                .flatMap(part -> part.people().stream())
                .filter(person -> !hasManager(organisation, person))
                .toList();
    }

    private boolean hasManager(Organisation organisation, String person) {
        return people.person(organisation, person)
                .map(PersonProfile::manager)
                .flatMap(manager -> people.person(organisation, manager))
                .filter(manager -> !manager.left())
                .isPresent();
    }

    private static List<Key> keys(Organisation organisation, Collection<String> ids) {
        return ids.stream().map(id -> Key.of(organisation, id)).toList();
    }
}
