package nl.klimrek.popforms.teamskills;

import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.contracts.popforms.SkillUse;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.popforms.skill.SkillMatch;
import org.springframework.stereotype.Component;

/** The skills that somebody says they have, for what only they see. */
@Component
public class NotedSkills {

    private static final Set<SkillUse> HAD = Set.of(SkillUse.CAN, SkillUse.TEACHES);

    private final AggregateStore<PersonSkills> store;

    NotedSkills(AggregateStore<PersonSkills> store) {
        this.store = store;
    }

    /** By scheme and code, whichever version they were noted in. */
    public Set<SkillMatch> had(Organisation organisation, String person) {
        return store.find(Key.of(organisation, person)).stream()
                .flatMap(stored -> stored.state().entries().stream())
                .filter(entry -> entry.uses().stream().anyMatch(HAD::contains))
                .map(entry ->
                        new SkillMatch(entry.skill().scheme(), entry.skill().code()))
                .collect(Collectors.toSet());
    }
}
