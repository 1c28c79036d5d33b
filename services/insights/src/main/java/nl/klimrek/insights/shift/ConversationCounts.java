package nl.klimrek.insights.shift;

/**
 * One person's conversations in one month.
 *
 * @param assessments those of the old regime, imported or still run in parallel
 * @param dialogues all others
 */
public record ConversationCounts(int assessments, int dialogues) {}
