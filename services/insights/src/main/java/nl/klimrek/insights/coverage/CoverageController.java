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
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.insights.InsightsProperties;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coverage of the caller's organisation, for HR. */
@RestController
@RequestMapping("/api/insights")
class CoverageController {

    /** Few lengths, all until now: with free dates, two figures could be set against each other day by day. */
    private static final Set<Integer> MONTHS = Set.of(3, 6, 12, 24);

    private final AggregateStore<TalksOfPerson> talks;
    private final AggregateStore<Teams> teams;
    private final PeopleProjection people;
    private final AccessControl access;
    private final InsightsProperties properties;
    private final Clock clock;

    CoverageController(
            AggregateStore<TalksOfPerson> talks,
            AggregateStore<Teams> teams,
            PeopleProjection people,
            AccessControl access,
            InsightsProperties properties,
            Clock clock) {
        this.talks = talks;
        this.teams = teams;
        this.people = people;
        this.access = access;
        this.properties = properties;
        this.clock = clock;
    }

    @GetMapping("coverage")
    Coverage coverage(@RequestParam(defaultValue = "12") int months, Caller caller) {
        access.hr(caller);
        if (!MONTHS.contains(months)) {
            throw new RefusedException(Refusal.of("period-invalid"));
        }
        Instant now = clock.instant();
        Instant since = now.atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
        Set<String> codes = teams.find(Key.of(caller.organisation(), CoverageListener.TEAMS))
                .map(Versioned::state)
                .orElse(Teams.NONE)
                .codes();
        List<Group> groups = codes.stream()
                .map(team -> group(caller.organisation(), team, since, now))
                .toList();
        return Coverage.of(months, properties.minimumGroup(), groups);
    }

    private Group group(Organisation organisation, String team, Instant since, Instant now) {
        List<PersonProfile> members = people.teamOf(organisation, team);
        Map<String, TalksOfPerson> known =
                talks
                        .findAllByKey(members.stream()
                                .map(p -> Key.of(organisation, p.person()))
                                .toList())
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(
                                e -> e.getKey().id(), e -> e.getValue().state()));
        Function<PersonProfile, Set<ConversationType>> held = person ->
                known.getOrDefault(person.person(), TalksOfPerson.NONE).heldTypes(since, now);
        return new Group(team, members.stream().map(held).toList());
    }
}
