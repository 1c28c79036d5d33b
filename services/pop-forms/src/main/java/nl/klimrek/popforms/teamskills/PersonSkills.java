package nl.klimrek.popforms.teamskills;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.contracts.popforms.PersonSkillRemoved;
import nl.klimrek.contracts.popforms.SkillUse;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.Skill;

/**
 * The skills that somebody noted for themselves, each once.
 *
 * @param person whose they are
 */
public record PersonSkills(String person, List<SkillEntry> entries) {

    /** Entries that one person can have. */
    static final int MAX_ENTRIES = 200;

    public PersonSkills {
        entries = List.copyOf(entries);
    }

    static PersonSkills none(String person) {
        return new PersonSkills(person, List.of());
    }

    /**
     * Notes a skill, or says something else of one that is noted already; refused with {@code skills-full}.
     *
     * @param newId id of the entry if the skill is new here
     */
    Decision<PersonSkills> note(String newId, Skill skill, Set<SkillUse> uses, boolean shared) {
        Optional<SkillEntry> before =
                entries.stream().filter(entry -> entry.isAbout(skill)).findFirst();
        if (before.isEmpty() && entries.size() == MAX_ENTRIES) {
            return Decision.refuse("skills-full", "most", MAX_ENTRIES);
        }
        SkillEntry entry = new SkillEntry(before.map(SkillEntry::id).orElse(newId), skill, uses, shared);
        if (before.filter(entry::equals).isPresent()) {
            return Decision.unchanged();
        }
        List<SkillEntry> all = new ArrayList<>(entries);
        before.ifPresentOrElse(old -> all.set(all.indexOf(old), entry), () -> all.add(entry));
        return Decision.accept(new PersonSkills(person, all), entry.noted(person));
    }

    /** Removes an entry; refused with {@code skill-entry-unknown}. */
    Decision<PersonSkills> remove(String id) {
        List<SkillEntry> left =
                entries.stream().filter(entry -> !entry.id().equals(id)).toList();
        return left.size() == entries.size()
                ? Decision.refuse("skill-entry-unknown")
                : Decision.accept(new PersonSkills(person, left), new PersonSkillRemoved(person, id));
    }
}
