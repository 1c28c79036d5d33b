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

/** Lists the plans of the caller's current reports; empty for callers without reports. */
@RestController
class TeamPopController {

    private final PeopleProjection people;
    private final PlanCardProjection cards;

    TeamPopController(PeopleProjection people, PlanCardProjection cards) {
        this.people = people;
        this.cards = cards;
    }

    @GetMapping("/api/pop-forms/team")
    Page<TeamPopView> team(ListRequest asked, Caller caller) {
        List<String> reports = people.reportsOf(caller.organisation(), caller.person()).stream()
                .map(PersonProfile::person)
                .toList();
        Page<String> page = Page.of(reports, Function.identity(), asked);
        Map<String, PlanCard> started = cards.of(caller.organisation(), page.items()).stream()
                .collect(Collectors.toMap(PlanCard::employee, Function.identity()));
        List<TeamPopView> plans = page.items().stream()
                .map(person -> started.containsKey(person)
                        ? TeamPopView.of(started.get(person))
                        : TeamPopView.notStarted(person, Pop.idOf(person)))
                .toList();
        return new Page<>(plans, page.next());
    }
}
