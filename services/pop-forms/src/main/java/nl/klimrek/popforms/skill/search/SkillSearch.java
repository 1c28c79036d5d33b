package nl.klimrek.popforms.skill.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
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
    private final SkillSearchSettings settings;
    /** The organisation that searched last is the last. */
    private final Map<Organisation, Indexed> indexes = new LinkedHashMap<>(16, 0.75f, true);

    SkillSearch(AggregateStore<SkillList> lists, SkillRepository skills, SkillSearchSettings settings) {
        this.lists = lists;
        this.skills = skills;
        this.settings = settings;
    }

    /** @param of revisions of the lists that it was made of */
    private record Indexed(SkillIndex index, Map<SkillListVersion, Long> of) {}

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
        List<SkillIndex.Entry> found = index(organisation).search(text, language, limit);
        Map<SkillListVersion, Map<String, ListedSkill>> read = found.stream()
                .collect(Collectors.groupingBy(
                        SkillIndex.Entry::list,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                all -> skills.findAll(
                                        organisation,
                                        all.get(0).list(),
                                        all.stream().map(SkillIndex.Entry::code).toList()))));
        return found.stream()
                .map(entry -> read.getOrDefault(entry.list(), Map.of()).get(entry.code()))
                .filter(Objects::nonNull)
                .toList();
    }

    private SkillIndex index(Organisation organisation) {
        Map<SkillListVersion, Long> present =
                lists(organisation).stream().collect(Collectors.toMap(SkillList::present, SkillList::revision));
        synchronized (indexes) {
            Indexed kept = indexes.get(organisation);
            if (kept != null && kept.of().equals(present)) {
                return kept.index();
            }
        }
        SkillIndex.Builder builder = new SkillIndex.Builder();
        present.keySet().forEach(list -> skills.forEach(organisation, list, builder::add));
        SkillIndex index = builder.build();
        keep(organisation, new Indexed(index, present));
        return index;
    }

    private void keep(Organisation organisation, Indexed made) {
        synchronized (indexes) {
            indexes.put(organisation, made);
            long kept = indexes.values().stream()
                    .mapToLong(each -> each.index().size())
                    .sum();
            var oldest = indexes.values().iterator();
            while (kept > settings.indexedSkills() && indexes.size() > 1) {
                kept -= oldest.next().index().size();
                oldest.remove();
            }
        }
    }
}
