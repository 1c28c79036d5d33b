package nl.klimrek.popforms.teamskills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.popforms.PersonSkillNoted;
import nl.klimrek.contracts.popforms.PersonSkillRemoved;
import nl.klimrek.contracts.popforms.SkillReference;
import nl.klimrek.contracts.popforms.SkillUse;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.Skill;
import org.junit.jupiter.api.Test;

class PersonSkillsTest {

    private static final Skill WELDING = new Skill(Skill.Scheme.ESCO, "S1.2.3", "1.2.0", "lassen");

    @Test
    void a_shared_skill_says_which_it_is_and_another_does_not() {
        assertThat(PersonSkills.none("anna").note("sk-1", WELDING, Set.of(SkillUse.CAN), true))
                .isEqualTo(Decision.accept(
                        anna(true),
                        new PersonSkillNoted(
                                "anna",
                                "sk-1",
                                true,
                                new SkillReference("ESCO", "S1.2.3", "1.2.0"),
                                List.of(SkillUse.CAN))));
        assertThat(PersonSkills.none("anna").note("sk-1", WELDING, Set.of(SkillUse.CAN), false))
                .isEqualTo(Decision.accept(anna(false), new PersonSkillNoted("anna", "sk-1", false, null, List.of())));
    }

    @Test
    void the_same_skill_again_replaces_its_entry_also_of_a_later_version_of_its_list() {
        Skill later = new Skill(Skill.Scheme.ESCO, "S1.2.3", "1.3.0", "lassen");
        PersonSkills replaced =
                anna(false).note("sk-2", later, Set.of(SkillUse.TEACHES), true).stateOr(() -> anna(false));
        assertThat(replaced.entries()).containsExactly(new SkillEntry("sk-1", later, Set.of(SkillUse.TEACHES), true));
        assertThat(anna(true).note("sk-2", WELDING, Set.of(SkillUse.CAN), true)).isEqualTo(Decision.unchanged());
    }

    @Test
    void an_entry_is_removed_once() {
        assertThat(anna(true).remove("sk-1"))
                .isEqualTo(Decision.accept(PersonSkills.none("anna"), new PersonSkillRemoved("anna", "sk-1")));
        assertThat(anna(true).remove("sk-9")).isEqualTo(Decision.refuse("skill-entry-unknown"));
    }

    @Test
    void a_list_has_an_end() {
        PersonSkills skills = PersonSkills.none("anna");
        for (int i = 0; i < PersonSkills.MAX_ENTRIES; i++) {
            PersonSkills before = skills;
            skills = skills.note("sk-" + i, skill(i), Set.of(SkillUse.CAN), false)
                    .stateOr(() -> before);
        }
        assertThat(skills.entries()).hasSize(PersonSkills.MAX_ENTRIES);
        assertThat(skills.note("sk-x", skill(-1), Set.of(SkillUse.CAN), false))
                .isEqualTo(Decision.refuse("skills-full", "most", PersonSkills.MAX_ENTRIES));
        assertThat(skills.note("sk-x", skill(3), Set.of(SkillUse.CAN), true)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void a_team_sees_names_beside_skills_only_of_what_was_shared() {
        PersonSkills bram = new PersonSkills(
                "bram",
                List.of(
                        new SkillEntry("b-1", WELDING, Set.of(SkillUse.WANTS_TO_LEARN), true),
                        new SkillEntry("b-2", skill(7), Set.of(SkillUse.CAN), false)));
        assertThat(TeamSkill.of(List.of(anna(true), bram)))
                .containsExactly(new TeamSkill(
                        Skill.Scheme.ESCO, "S1.2.3", "lassen", List.of("anna"), List.of(), List.of("bram")));
        assertThat(TeamSkill.of(List.of(anna(false)))).isEmpty();
    }

    private static PersonSkills anna(boolean shared) {
        return new PersonSkills("anna", List.of(new SkillEntry("sk-1", WELDING, Set.of(SkillUse.CAN), shared)));
    }

    private static Skill skill(int number) {
        return new Skill(Skill.Scheme.OWN, "own-" + (number + 1), "2026", null);
    }
}
