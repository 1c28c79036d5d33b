package nl.klimrek.people.profile;

import jakarta.validation.constraints.Size;
import java.util.List;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.people.access.PeopleAccess;
import nl.klimrek.people.hierarchy.Hierarchy;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.register.Census;
import nl.klimrek.people.roster.Announced;
import nl.klimrek.people.roster.Roster;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The roster over HTTP. */
@RestController
@RequestMapping("/api/people")
final class PersonController {

    private static final String CONTENT = "ROSTER_FACTS";

    private final Roster roster;
    private final Census census;
    private final Announced announced;
    private final Hierarchy hierarchy;
    private final Profiles profiles;
    private final PeopleAccess access;
    private final DisclosureLog disclosures;

    PersonController(
            Roster roster,
            Census census,
            Announced announced,
            Hierarchy hierarchy,
            Profiles profiles,
            PeopleAccess access,
            DisclosureLog disclosures) {
        this.roster = roster;
        this.census = census;
        this.announced = announced;
        this.hierarchy = hierarchy;
        this.profiles = profiles;
        this.access = access;
        this.disclosures = disclosures;
    }

    @GetMapping("summary")
    Census.Summary summary(Caller caller) {
        access.hr(caller);
        return census.summary(caller.organisation());
    }

    @GetMapping("me")
    ResponseEntity<PersonView> me(Caller caller) {
        Versioned<Person> me = roster.find(caller.organisation(), caller.person())
                .orElseThrow(() -> new RefusedException(Refusal.of("person-unknown")));
        access.toSee(caller, me.state());
        return ETags.ok(profiles.show(caller.organisation(), me.state()), me);
    }

    @GetMapping("{id}")
    ResponseEntity<PersonView> one(@PathVariable String id, Caller caller) {
        Versioned<Person> found = roster.find(caller.organisation(), id).orElseThrow(PeopleAccess::forbidden);
        AccessRight right = access.toSee(caller, found.state());
        disclosures.record(caller, id, CONTENT, right);
        PersonView view = profiles.show(caller.organisation(), found.state());
        return ETags.ok(right == AccessRight.MANAGER ? view.withoutNumbers() : view, found);
    }

    /** @param q words that have to occur in a name, job, team, address or number; everybody when absent */
    @GetMapping
    Page<PersonView> everybody(
            @RequestParam(required = false) @Size(max = 100) String q, ListRequest asked, Caller caller) {
        access.hr(caller);
        if (q != null && !q.isBlank()) {
            return profiles.search(
                    caller.organisation(),
                    PersonSearch.of(q),
                    (after, most) -> census.everybody(caller.organisation(), after, most),
                    asked);
        }
        return profiles.page(
                caller.organisation(),
                census.everybody(caller.organisation(), asked.after(), asked.limit() + 1),
                asked);
    }

    /** People whose first day of employment is still to come; they count as employed nowhere. */
    @GetMapping("announced")
    Page<PersonView> announced(ListRequest asked, Caller caller) {
        access.hr(caller);
        Page<Person> page = Page.of(announced.all(caller.organisation()), Person::person, asked);
        return new Page<>(profiles.show(caller.organisation(), page.items()), page.next());
    }

    @GetMapping("without-manager")
    Page<PersonView> withoutManager(ListRequest asked, Caller caller) {
        access.hr(caller);
        return profiles.page(
                caller.organisation(),
                census.withoutManager(caller.organisation(), asked.after(), asked.limit() + 1),
                asked);
    }

    @GetMapping("{id}/reports")
    Page<PersonView> reports(@PathVariable String id, ListRequest asked, Caller caller) {
        access.toSeeReportsOf(caller, id);
        Person manager = roster.find(caller.organisation(), id)
                .map(Versioned::state)
                .filter(Person::employed)
                .orElseThrow(() -> new RefusedException(Refusal.of("person-unknown")));
        List<Person> reports = hierarchy.reportsOf(caller.organisation(), manager);
        Page<Person> page = Page.of(reports, Person::person, asked);
        return new Page<>(
                profiles.show(caller.organisation(), page.items()).stream()
                        .map(PersonView::withoutNumbers)
                        .toList(),
                page.next());
    }
}
