package nl.klimrek.popforms.team;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.servicekit.people.PeopleView;
import nl.klimrek.servicekit.people.PersonFacts;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the plans of the caller's current reports; empty for callers without reports. */
@RestController
class TeamPopController {

    private final PeopleView people;
    private final PlanCardProjection cards;

    TeamPopController(PeopleView people, PlanCardProjection cards) {
        this.people = people;
        this.cards = cards;
    }

    @GetMapping("/api/pop-forms/team")
    Page<TeamPopView> team(ListRequest asked, Caller caller) {
        List<String> reports = people.reportsOf(caller.organisation(), caller.person()).stream()
                .map(PersonFacts::person)
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
