package nl.klimrek.learningbudgets.worklist;

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
 * Lists the requests that wait for a person's decision: those of current reports and, for HR, those of people without a
 * manager. A person's own requests are never among them.
 */
@Component
class DecisionWorklist {

    private final AggregateStore<PendingRequestList> pendingRequests;
    private final AggregateStore<PendingRequesters> requesters;
    private final PeopleProjection people;

    DecisionWorklist(
            AggregateStore<PendingRequestList> pendingRequests,
            AggregateStore<PendingRequesters> requesters,
            PeopleProjection people) {
        this.pendingRequests = pendingRequests;
        this.requesters = requesters;
        this.people = people;
    }

    /** The caller's worklist; the request that is needed first comes first. */
    List<PendingRequest> findFor(Caller caller) {
        Set<String> employees = new TreeSet<>();
        people.reportsOf(caller.organisation(), caller.person()).forEach(report -> employees.add(report.person()));
        if (caller.is(Role.HR)) {
            employees.addAll(requestersWithoutManager(caller.organisation()));
        }
        employees.remove(caller.person());
        return pendingRequests.findAll(keys(caller.organisation(), employees)).stream()
                .flatMap(person -> person.state().requests().stream())
                .sorted(Comparator.comparing(PendingRequest::neededOn).thenComparing(PendingRequest::id))
                .toList();
    }

    private List<String> requestersWithoutManager(Organisation organisation) {
        return requesters.findAll(keys(organisation, PendingRequesters.shards())).stream()
                .map(Versioned::state)
                .flatMap(shard -> shard.people().stream())
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
