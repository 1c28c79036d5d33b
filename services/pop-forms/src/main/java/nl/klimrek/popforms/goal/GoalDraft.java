package nl.klimrek.popforms.goal;

import nl.klimrek.popforms.text.CommittedText;

/**
 * A goal that is about to be set.
 *
 * @param aim its coded part
 * @param text its text
 * @param keptPrivate whether others may know only that it exists
 */
public record GoalDraft(GoalAim aim, CommittedText<GoalText> text, boolean keptPrivate) {}
