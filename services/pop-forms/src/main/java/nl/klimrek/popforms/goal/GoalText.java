package nl.klimrek.popforms.goal;

import nl.klimrek.popforms.text.TypedText;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * The text of a goal.
 *
 * @param title what it is; never blank
 * @param why what it is for; may be null
 * @param howMeasured how the owner will know that it is reached; may be null
 * @param supportFrom what support is needed and from whom; may be null
 */
public record GoalText(
        String title,
        @Nullable String why,
        @Nullable String howMeasured,
        @Nullable String supportFrom) implements TypedText {
    public GoalText {
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("a goal has a title");
        }
    }

    /** The text as it is stored. */
    public static GoalText of(
            String title, @Nullable String why, @Nullable String howMeasured, @Nullable String supportFrom) {
        return new GoalText(
                PrivateText.normalise(title),
                TypedText.normalise(why),
                TypedText.normalise(howMeasured),
                TypedText.normalise(supportFrom));
    }

    @Override
    public String canonical() {
        return PrivateText.join(title, why, howMeasured, supportFrom);
    }
}
