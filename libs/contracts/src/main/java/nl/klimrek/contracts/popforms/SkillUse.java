package nl.klimrek.contracts.popforms;

/** What somebody does with a skill: has it, teaches it to others, or wants to learn it. */
public enum SkillUse {
    CAN,
    TEACHES,
    WANTS_TO_LEARN
}
