package nl.klimrek.popforms.teamskills;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klimrek.contracts.popforms.SkillUse;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.stereotype.Service;

/** Keeps the skills that people note for themselves; nobody notes one for another. */
@Service
class PersonSkillService {

    private final AggregateStore<PersonSkills> store;
    private final PeopleProjection people;

    PersonSkillService(AggregateStore<PersonSkills> store, PeopleProjection people) {
        this.store = store;
        this.people = people;
    }

    /** The caller's own list; empty when nothing was noted. */
    Optional<Versioned<PersonSkills>> mine(Caller caller) {
        return store.find(key(caller.organisation(), caller.person()));
    }

    Versioned<PersonSkills> note(Caller caller, Skill skill, Set<SkillUse> uses, boolean shared, MessageContext cause) {
        String id = CommandIdGenerator.newId(cause);
        return change(caller, cause, skills -> skills.note(id, skill, uses, shared));
    }

    Versioned<PersonSkills> remove(Caller caller, String entry, MessageContext cause) {
        return change(caller, cause, skills -> skills.remove(entry));
    }

    /** What the people of the caller's team, and the caller's reports, share; also what the caller shares. */
    List<TeamSkill> ofTeam(Caller caller) {
        Organisation organisation = caller.organisation();
        PersonProfile self = known(caller);
        List<PersonProfile> team =
                self.team() == null || self.left() ? List.of() : people.teamOf(organisation, self.team());
        List<Key> keys = Stream.of(team, people.reportsOf(organisation, caller.person()), List.of(self))
                .flatMap(List::stream)
                .filter(person -> !person.left())
                .map(person -> key(organisation, person.person()))
                .distinct()
                .toList();
        return TeamSkill.of(store.findAll(keys).stream().map(Versioned::state).toList());
    }

    private Versioned<PersonSkills> change(
            Caller caller, MessageContext cause, Function<PersonSkills, Decision<PersonSkills>> step) {
        if (known(caller).left()) {
            throw new RefusedException(Refusal.of("pop-closed"));
        }
        return store.handle(
                key(caller.organisation(), caller.person()),
                cause,
                before -> step.apply(before.orElseGet(() -> PersonSkills.none(caller.person()))));
    }

    private PersonProfile known(Caller caller) {
        return people.person(caller.organisation(), caller.person())
                .orElseThrow(() -> new RefusedException(Refusal.of("person-unknown")));
    }

    private static Key key(Organisation organisation, String person) {
        return Key.of(organisation, person);
    }
}
