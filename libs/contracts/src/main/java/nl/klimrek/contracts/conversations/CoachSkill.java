package nl.klimrek.contracts.conversations;

/** What a coach can help with. A code instead of words, so that a profile is chosen from and searched in every language. */
public enum CoachSkill {
    CAREER_CHOICE,
    STRENGTHS,
    NEXT_STEP,
    OTHER_SECTOR,
    LEARNING_PATHS,
    LEARNING_ON_THE_JOB,
    FUNDING,
    PRIOR_LEARNING,
    BASIC_SKILLS,
    NETWORKING,
    APPLYING,
    LATER_CAREER
}
