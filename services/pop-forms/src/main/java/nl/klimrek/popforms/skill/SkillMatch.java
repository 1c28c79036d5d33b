package nl.klimrek.popforms.skill;

import nl.klimrek.popforms.goal.Skill;

/** A skill of another scheme that a list says is the same, or nearly so. */
public record SkillMatch(Skill.Scheme scheme, String code) {}
