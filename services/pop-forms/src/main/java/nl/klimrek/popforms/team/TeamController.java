package nl.klimrek.popforms.team;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The plans of whoever reports to the caller at this moment; empty for who manages nobody. */
@RestController
class TeamController {

    private final PeopleProjection people;
    private final PlanCards cards;

    TeamController(PeopleProjection people, PlanCards cards) {
        this.people = people;
        this.cards = cards;
    }

    @GetMapping("/api/pop-forms/team")
    Page<TeamPlan> team(ListRequest asked, Caller caller) {
        List<String> reports = people.reportsOf(caller.organisation(), caller.person()).stream()
                .map(PersonProfile::person)
                .toList();
        Page<String> page = Page.of(reports, Function.identity(), asked);
        Map<String, PlanCard> started = cards.of(caller.organisation(), page.items()).stream()
                .collect(Collectors.toMap(PlanCard::employee, Function.identity()));
        List<TeamPlan> plans = page.items().stream()
                .map(person -> started.containsKey(person)
                        ? TeamPlan.of(started.get(person))
                        : TeamPlan.notStarted(person, Pop.idOf(person)))
                .toList();
        return new Page<>(plans, page.next());
    }
}
