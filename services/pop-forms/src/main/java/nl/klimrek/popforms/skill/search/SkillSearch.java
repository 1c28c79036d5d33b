package nl.klimrek.popforms.skill.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.popforms.search.IndexCache;
import nl.klimrek.popforms.search.TextIndex;
import nl.klimrek.popforms.skill.ListedSkill;
import nl.klimrek.popforms.skill.SkillList;
import nl.klimrek.popforms.skill.SkillListVersion;
import nl.klimrek.popforms.skill.SkillRepository;
import org.springframework.stereotype.Service;

/**
 * Searches the present lists of an organisation. An index of them stays in memory until an import changes them, which each search looks
 * up; of many organisations those that searched last are kept.
 */
@Service
class SkillSearch {

    private final AggregateStore<SkillList> lists;
    private final SkillRepository skills;
    private final IndexCache<Found> indexes;

    SkillSearch(AggregateStore<SkillList> lists, SkillRepository skills, SkillSearchSettings settings) {
        this.lists = lists;
        this.skills = skills;
        this.indexes = new IndexCache<>(settings.indexedSkills());
    }

    /** A skill that was found, to be read. */
    private record Found(SkillListVersion list, String code) {}

    /** The organisation's lists, in the order of their schemes. */
    List<SkillList> lists(Organisation organisation) {
        return lists
                .findAll(SkillList.ids().stream()
                        .map(id -> Key.of(organisation, id))
                        .toList())
                .stream()
                .map(Versioned::state)
                .sorted(Comparator.comparing(list -> list.present().scheme()))
                .toList();
    }

    /**
     * The best skills for what somebody typed.
     *
     * @param language the reader's language
     */
    List<ListedSkill> find(Organisation organisation, String text, String language, int limit) {
        List<Found> found = index(organisation).search(text, language, limit);
        Map<SkillListVersion, Map<String, ListedSkill>> read = found.stream()
                .collect(Collectors.groupingBy(
                        Found::list,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                all -> skills.findAll(
                                        organisation,
                                        all.get(0).list(),
                                        all.stream().map(Found::code).toList()))));
        return found.stream()
                .map(entry -> read.getOrDefault(entry.list(), Map.of()).get(entry.code()))
                .filter(Objects::nonNull)
                .toList();
    }

    private TextIndex<Found> index(Organisation organisation) {
        Map<SkillListVersion, Long> present =
                lists(organisation).stream().collect(Collectors.toMap(SkillList::present, SkillList::revision));
        return indexes.get(organisation, present, () -> {
            TextIndex.Builder<Found> builder = new TextIndex.Builder<>();
            present.keySet().forEach(list -> skills.forEach(organisation, list, skill -> add(builder, skill)));
            return builder.build();
        });
    }

    private static void add(TextIndex.Builder<Found> builder, ListedSkill skill) {
        builder.add(
                new Found(skill.list(), skill.code()),
                skill.list() + ":" + skill.code(),
                skill.names().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, name -> name.getValue().label())),
                skill.names().values().stream()
                        .flatMap(name -> name.alternatives().stream())
                        .toList());
    }
}
