package nl.klimrek.people.profile;

import jakarta.validation.constraints.Size;
import java.util.List;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.readmodel.HeadcountProjection;
import nl.klimrek.people.roster.FutureStarterIndex;
import nl.klimrek.people.roster.Hierarchy;
import nl.klimrek.people.roster.PeopleAccess;
import nl.klimrek.people.roster.RosterService;
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

/** Serves people of the roster over HTTP. */
@RestController
@RequestMapping("/api/people")
final class PersonController {

    private static final String CONTENT = "ROSTER_FACTS";

    private final RosterService roster;
    private final HeadcountProjection headcount;
    private final FutureStarterIndex futureStarters;
    private final Hierarchy hierarchy;
    private final ProfileService profiles;
    private final PeopleAccess access;
    private final DisclosureLog disclosures;

    PersonController(
            RosterService roster,
            HeadcountProjection headcount,
            FutureStarterIndex futureStarters,
            Hierarchy hierarchy,
            ProfileService profiles,
            PeopleAccess access,
            DisclosureLog disclosures) {
        this.roster = roster;
        this.headcount = headcount;
        this.futureStarters = futureStarters;
        this.hierarchy = hierarchy;
        this.profiles = profiles;
        this.access = access;
        this.disclosures = disclosures;
    }

    @GetMapping("summary")
    HeadcountProjection.Summary summary(Caller caller) {
        access.hr(caller);
        return headcount.summary(caller.organisation());
    }

    @GetMapping("me")
    ResponseEntity<PersonView> me(Caller caller) {
        Versioned<Person> me = roster.find(caller.organisation(), caller.person())
                .orElseThrow(() -> new RefusedException(Refusal.of("person-unknown")));
        access.selfOrManagerOrHr(caller, me.state());
        return ETags.ok(profiles.show(caller.organisation(), me.state()), me);
    }

    @GetMapping("{id}")
    ResponseEntity<PersonView> one(@PathVariable String id, Caller caller) {
        Versioned<Person> found = roster.find(caller.organisation(), id).orElseThrow(PeopleAccess::forbidden);
        AccessRight right = access.selfOrManagerOrHr(caller, found.state());
        disclosures.record(caller, id, CONTENT, right);
        PersonView view = profiles.show(caller.organisation(), found.state());
        return ETags.ok(right == AccessRight.MANAGER ? view.withoutNumbers() : view, found);
    }

    /** @param q words that must occur in a name, job, team, address or number; all people when absent */
    @GetMapping
    Page<PersonView> everybody(
            @RequestParam(required = false) @Size(max = 100) String q, ListRequest asked, Caller caller) {
        access.hr(caller);
        if (q != null && !q.isBlank()) {
            return profiles.search(
                    caller.organisation(),
                    PersonSearch.of(q),
                    (after, most) -> headcount.allPeople(caller.organisation(), after, most),
                    asked);
        }
        return profiles.page(
                caller.organisation(),
                headcount.allPeople(caller.organisation(), asked.after(), asked.limit() + 1),
                asked);
    }

    /** Lists people whose first day of employment is still to come. They are not counted as employed. */
    @GetMapping("announced")
    Page<PersonView> announced(ListRequest asked, Caller caller) {
        access.hr(caller);
        List<Person> found = futureStarters.page(caller.organisation(), asked.after(), asked.limit() + 1);
        List<Person> shown = found.subList(0, Math.min(found.size(), asked.limit()));
        return new Page<>(
                profiles.show(caller.organisation(), shown),
                found.size() > shown.size() ? shown.get(shown.size() - 1).person() : null);
    }

    @GetMapping("without-manager")
    Page<PersonView> withoutManager(ListRequest asked, Caller caller) {
        access.hr(caller);
        return profiles.page(
                caller.organisation(),
                headcount.withoutManager(caller.organisation(), asked.after(), asked.limit() + 1),
                asked);
    }

    @GetMapping("{id}/reports")
    Page<PersonView> reports(@PathVariable String id, ListRequest asked, Caller caller) {
        access.managerOfReportsOrHr(caller, id);
        Person manager = roster.find(caller.organisation(), id)
                .map(Versioned::state)
                .filter(Person::employed)
                .orElseThrow(() -> new RefusedException(Refusal.of("person-unknown")));
        List<Person> found = hierarchy.reportsOf(caller.organisation(), manager, asked.after(), asked.limit() + 1);
        List<Person> shown = found.subList(0, Math.min(found.size(), asked.limit()));
        return new Page<>(
                profiles.show(caller.organisation(), shown).stream()
                        .map(PersonView::withoutNumbers)
                        .toList(),
                found.size() > shown.size() ? shown.get(shown.size() - 1).person() : null);
    }
}
