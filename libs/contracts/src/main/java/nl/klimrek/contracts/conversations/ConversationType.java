package nl.klimrek.contracts.conversations;

/** What a conversation is for (Dutch: bila, ontwikkelgesprek, loopbaangesprek, functioneringsgesprek, onboarding, teamdialoog, exit, beoordelingsgesprek). */
public enum ConversationType {
    CHECK_IN,
    DEVELOPMENT,
    CAREER,
    PERFORMANCE,
    ONBOARDING,
    TEAM_DIALOGUE,
    EXIT,
    ASSESSMENT
}
