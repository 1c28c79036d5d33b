package nl.klimrek.popforms.skill;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** The names of skills in the present lists of an organisation. */
@Component
public class SkillLabels {

    private final AggregateStore<SkillList> lists;
    private final SkillRepository skills;

    SkillLabels(AggregateStore<SkillList> lists, SkillRepository skills) {
        this.lists = lists;
        this.skills = skills;
    }

    /** Those of these skills that a present list has. */
    public Map<SkillMatch, ListedSkill> of(Organisation organisation, Collection<SkillMatch> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<SkillMatch, ListedSkill> found = new HashMap<>();
        lists(organisation)
                .map(SkillList::present)
                .forEach(list -> skills.findAll(
                                organisation,
                                list,
                                asked.stream()
                                        .filter(skill -> skill.scheme() == list.scheme())
                                        .map(SkillMatch::code)
                                        .collect(Collectors.toSet()))
                        .forEach((code, skill) -> found.put(new SkillMatch(list.scheme(), code), skill)));
        return found;
    }

    /** The present lists with their revisions, to notice that names may have changed. */
    public Map<SkillListVersion, Long> revisions(Organisation organisation) {
        return lists(organisation).collect(Collectors.toMap(SkillList::present, SkillList::revision));
    }

    private Stream<SkillList> lists(Organisation organisation) {
        return lists
                .findAll(SkillList.ids().stream()
                        .map(id -> Key.of(organisation, id))
                        .toList())
                .stream()
                .map(Versioned::state);
    }
}
