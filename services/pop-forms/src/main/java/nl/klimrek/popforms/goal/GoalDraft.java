package nl.klimrek.popforms.goal;

/**
 * A goal as it is about to be set.
 *
 * @param aim its codes
 * @param words its words
 * @param keptPrivate whether only the owner may know more of it than that it exists
 */
public record GoalDraft(GoalAim aim, Committed<GoalText> words, boolean keptPrivate) {}
