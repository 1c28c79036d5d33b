package nl.klimrek.insights.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.insights.history.MinimumGroup;
import nl.klimrek.insights.history.PersonConversations;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows HR the coverage of the organisation. */
@RestController
@RequestMapping("/api/insights")
class CoverageController {

    /** A few fixed periods that end now. With free dates, two figures could be compared day by day. */
    private static final Set<Integer> MONTHS = Set.of(3, 6, 12, 24);

    private final AggregateStore<PersonConversations> conversations;
    private final TeamRepository teams;
    private final PeopleProjection people;
    private final AccessControl access;
    private final MinimumGroup minimum;
    private final Clock clock;

    CoverageController(
            AggregateStore<PersonConversations> conversations,
            TeamRepository teams,
            PeopleProjection people,
            AccessControl access,
            MinimumGroup minimum,
            Clock clock) {
        this.conversations = conversations;
        this.teams = teams;
        this.people = people;
        this.access = access;
        this.minimum = minimum;
        this.clock = clock;
    }

    @GetMapping("coverage")
    CoverageReport coverage(@RequestParam(defaultValue = "12") int months, Caller caller) {
        access.hr(caller);
        if (!MONTHS.contains(months)) {
            throw new RefusedException(Refusal.of("period-invalid"));
        }
        Instant now = clock.instant();
        Instant since = now.atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
        List<CoverageGroup> groups = teams.codes(caller.organisation()).stream()
                .map(team -> group(caller.organisation(), team, since, now))
                .toList();
        return CoverageReport.of(months, minimum.people(), groups);
    }

    private CoverageGroup group(Organisation organisation, String team, Instant since, Instant now) {
        List<PersonProfile> members = people.teamOf(organisation, team);
        Map<String, PersonConversations> known =
                conversations
                        .findAllByKey(members.stream()
                                .map(p -> Key.of(organisation, p.person()))
                                .toList())
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(
                                e -> e.getKey().id(), e -> e.getValue().state()));
        Function<PersonProfile, Set<ConversationType>> held = person ->
                known.getOrDefault(person.person(), PersonConversations.NONE).heldTypes(since, now);
        return new CoverageGroup(team, members.stream().map(held).toList());
    }
}
