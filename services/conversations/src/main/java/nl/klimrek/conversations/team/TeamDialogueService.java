package nl.klimrek.conversations.team;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.TeamDialoguePlanned;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.conversations.projection.IdListProjection;
import nl.klimrek.conversations.projection.ListKind;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import org.springframework.stereotype.Component;

/**
 * Team dialogues and who may reach them: present members of the team, and its present manager, who leads. The manager
 * of a team is the one whom most members report to.
 */
@Component
public class TeamDialogueService implements EventSubscriber {

    private final AggregateStore<TeamDialogue> store;
    private final IdListProjection lists;
    private final PeopleProjection people;

    TeamDialogueService(AggregateStore<TeamDialogue> store, IdListProjection lists, PeopleProjection people) {
        this.store = store;
        this.lists = lists;
        this.people = people;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(TeamDialoguePlanned.class, this::planned);
    }

    /** Plans one; only the team's manager can. */
    Versioned<TeamDialogue> plan(
            Caller caller, String id, MessageContext context, String team, Decision<TeamDialogue> planned) {
        if (!leads(caller, team)) {
            throw forbidden();
        }
        return store.handle(
                Key.of(caller.organisation(), id),
                context,
                found -> found.isPresent() ? Decision.unchanged() : planned);
    }

    /** A step of the manager who leads it. */
    Versioned<TeamDialogue> takeAsFacilitator(
            Caller caller, String id, MessageContext context, Function<TeamDialogue, Decision<TeamDialogue>> step) {
        return step(caller, id, context, now -> leads(caller, now.plan().team()), step);
    }

    /** A step of anybody who takes part. */
    Versioned<TeamDialogue> takeAsMember(
            Caller caller, String id, MessageContext context, Function<TeamDialogue, Decision<TeamDialogue>> step) {
        return step(caller, id, context, now -> takesPart(caller, now.plan().team()), step);
    }

    /** One dialogue, for who takes part. */
    Versioned<TeamDialogue> find(Caller caller, String id) {
        Versioned<TeamDialogue> found =
                store.find(Key.of(caller.organisation(), id)).orElseThrow(TeamDialogueService::unknown);
        if (!takesPart(caller, found.state().plan().team())) {
            throw forbidden();
        }
        return found;
    }

    /** Dialogues of the caller's team and of teams the caller leads, the newest window first. */
    List<TeamDialogue> of(Caller caller) {
        Stream<String> own = people.person(caller.organisation(), caller.person()).map(PersonProfile::team).stream();
        Stream<String> led = people.reportsOf(caller.organisation(), caller.person()).stream()
                .map(PersonProfile::team);
        List<Key> keys = Stream.concat(own, led)
                .filter(team -> team != null && takesPart(caller, team))
                .distinct()
                .flatMap(team -> lists.keys(caller.organisation(), ListKind.TEAM_DIALOGUES, team).stream())
                .toList();
        return store.findAll(keys).stream()
                .map(Versioned::state)
                .sorted(Comparator.comparing(
                                (TeamDialogue one) -> one.plan().window().from())
                        .reversed()
                        .thenComparing(one -> one.plan().id()))
                .toList();
    }

    /** Whether a person is in the team now. */
    boolean member(Organisation organisation, String person, String team) {
        return people.person(organisation, person)
                .filter(known -> !known.left() && team.equals(known.team()))
                .isPresent();
    }

    boolean leads(Caller caller, String team) {
        return !caller.is(Role.HR_SYSTEM)
                && managerOf(caller.organisation(), team)
                        .filter(caller.person()::equals)
                        .isPresent();
    }

    private boolean takesPart(Caller caller, String team) {
        return leads(caller, team)
                || !caller.is(Role.HR_SYSTEM) && member(caller.organisation(), caller.person(), team);
    }

    private Optional<String> managerOf(Organisation organisation, String team) {
        Map<String, Long> named = people.teamOf(organisation, team).stream()
                .map(PersonProfile::manager)
                .filter(manager -> manager != null)
                .collect(Collectors.groupingBy(manager -> manager, Collectors.counting()));
        return named.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey);
    }

    private Versioned<TeamDialogue> step(
            Caller caller,
            String id,
            MessageContext context,
            Function<TeamDialogue, Boolean> may,
            Function<TeamDialogue, Decision<TeamDialogue>> step) {
        Key key = Key.of(caller.organisation(), id);
        if (!may.apply(store.find(key).orElseThrow(TeamDialogueService::unknown).state())) {
            throw forbidden();
        }
        return store.handle(key, context, found -> step.apply(found.orElseThrow(TeamDialogueService::unknown)));
    }

    private void planned(TeamDialoguePlanned planned, EventMeta event) {
        lists.add(event, ListKind.TEAM_DIALOGUES, planned.team(), planned.dialogue());
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("team-dialogue-unknown"));
    }

    private static RefusedException forbidden() {
        return new RefusedException(Refusal.of("forbidden"));
    }
}
