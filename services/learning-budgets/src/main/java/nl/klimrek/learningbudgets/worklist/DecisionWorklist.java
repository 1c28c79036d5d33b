package nl.klimrek.learningbudgets.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.learningbudgets.account.AccountId;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists the requests that wait for a person's decision: those of current reports and, for HR, those of people without a
 * manager. A person's own requests are never among them. Requesters are read in pages, and only the page that was asked
 * for is kept.
 */
@Component
class DecisionWorklist {
    private final AggregateStore<PendingRequestList> pendingRequests;
    private final RequesterIndex requesters;
    private final PeopleProjection people;

    DecisionWorklist(
            AggregateStore<PendingRequestList> pendingRequests, RequesterIndex requesters, PeopleProjection people) {
        this.pendingRequests = pendingRequests;
        this.requesters = requesters;
        this.people = people;
    }

    /** A page of the caller's worklist; the request that is needed first comes first. */
    Page<PendingRequest> findFor(Caller caller, ListRequest asked) {
        Organisation organisation = caller.organisation();
        EarliestRequests found = new EarliestRequests(find(organisation, asked.after()), asked.limit());
        add(found, caller, ids(people.reportsOf(organisation, caller.person())));
        if (caller.is(Role.HR)) {
            requesters.forEachPage(organisation, page -> add(found, caller, withoutManager(organisation, page)));
        }
        return found.page();
    }

    private void add(EarliestRequests found, Caller caller, Collection<String> employees) {
        List<Key> keys = employees.stream()
                .filter(employee -> !employee.equals(caller.person()))
                .map(employee -> Key.of(caller.organisation(), employee))
                .toList();
        pendingRequests.findAll(keys).forEach(list -> found.addAll(list.state().requests()));
    }

    /** The pending request with this id; null when there is none, as after its decision. */
    private @Nullable PendingRequest find(Organisation organisation, @Nullable String request) {
        return Optional.ofNullable(request)
                .flatMap(AccountId::ofRequest)
                .flatMap(account -> pendingRequests.find(Key.of(organisation, account.person())))
                .map(Versioned::state)
                .flatMap(list -> list.requests().stream()
                        .filter(pending -> pending.id().equals(request))
                        .findFirst())
                .orElse(null);
    }

    /** Those of these people who have no employed manager. Unknown people have none. */
    private List<String> withoutManager(Organisation organisation, List<String> page) {
        List<PersonProfile> profiles = people.employed(organisation, page);
        Set<String> managers = ids(people.employed(
                organisation,
                profiles.stream()
                        .map(PersonProfile::manager)
                        .filter(manager -> manager != null)
                        .collect(Collectors.toSet())));
        Set<String> managed = profiles.stream()
                .filter(person -> person.manager() != null && managers.contains(person.manager()))
                .map(PersonProfile::person)
                .collect(Collectors.toSet());
        return page.stream().filter(person -> !managed.contains(person)).toList();
    }

    private static Set<String> ids(List<PersonProfile> profiles) {
        return profiles.stream().map(PersonProfile::person).collect(Collectors.toSet());
    }
}
