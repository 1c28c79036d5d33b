package nl.klimrek.popforms.goal;

import nl.klimrek.popforms.text.CommittedText;

/**
 * A goal as it is about to be set.
 *
 * @param aim its codes
 * @param text its text
 * @param keptPrivate whether only the owner may know more of it than that it exists
 */
public record GoalDraft(GoalAim aim, CommittedText<GoalText> text, boolean keptPrivate) {}
