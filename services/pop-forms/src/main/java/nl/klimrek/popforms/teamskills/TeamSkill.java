package nl.klimrek.popforms.teamskills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.contracts.popforms.SkillUse;
import nl.klimrek.popforms.goal.Skill;
import org.jspecify.annotations.Nullable;

/**
 * A skill with the names of those in a team who shared it. It never counts or ranks them.
 *
 * @param label name of the skill as somebody chose it; may be null
 * @param can person ids of those who have it
 * @param teach person ids of those who teach it
 * @param learn person ids of those who want to learn it
 */
record TeamSkill(
        Skill.Scheme scheme,
        String code,
        @Nullable String label,
        List<String> can,
        List<String> teach,
        List<String> learn) {

    /** Unique within a team. */
    String id() {
        return scheme + ":" + code;
    }

    /** What these people share, by the name of the skill. */
    static List<TeamSkill> of(List<PersonSkills> people) {
        Map<String, List<Shared>> bySkill = people.stream()
                .flatMap(person -> person.entries().stream()
                        .filter(SkillEntry::shared)
                        .map(entry -> new Shared(person.person(), entry)))
                .collect(Collectors.groupingBy(Shared::skillId, LinkedHashMap::new, Collectors.toList()));
        List<TeamSkill> skills = new ArrayList<>();
        bySkill.values().forEach(shared -> skills.add(of(shared.get(0).entry().skill(), shared)));
        skills.sort(Comparator.comparing((TeamSkill skill) -> Objects.requireNonNullElse(skill.label(), skill.code()))
                .thenComparing(TeamSkill::id));
        return skills;
    }

    private record Shared(String person, SkillEntry entry) {
        String skillId() {
            return entry.skill().scheme() + ":" + entry.skill().code();
        }
    }

    private static TeamSkill of(Skill skill, List<Shared> shared) {
        return new TeamSkill(
                skill.scheme(),
                skill.code(),
                skill.label(),
                people(shared, SkillUse.CAN),
                people(shared, SkillUse.TEACHES),
                people(shared, SkillUse.WANTS_TO_LEARN));
    }

    private static List<String> people(List<Shared> shared, SkillUse use) {
        Stream<Shared> using =
                shared.stream().filter(each -> each.entry().uses().contains(use));
        return using.map(Shared::person).sorted().toList();
    }
}
