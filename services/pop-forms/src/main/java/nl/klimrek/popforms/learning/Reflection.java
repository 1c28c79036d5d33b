package nl.klimrek.popforms.learning;

import nl.klimrek.popforms.text.TypedText;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * What the owner learned from an activity.
 *
 * @param experience what happened; may be null
 * @param insight what it taught; may be null
 * @param nextTry what to try next; may be null
 */
public record Reflection(
        @Nullable String experience,
        @Nullable String insight,
        @Nullable String nextTry) implements TypedText {
    /** The reflection as it is stored. */
    public static Reflection of(@Nullable String experience, @Nullable String insight, @Nullable String nextTry) {
        return new Reflection(
                TypedText.normalise(experience), TypedText.normalise(insight), TypedText.normalise(nextTry));
    }

    /** Whether nothing was written. */
    public boolean blank() {
        return experience == null && insight == null && nextTry == null;
    }

    @Override
    public String canonical() {
        return PrivateText.join(experience, insight, nextTry);
    }
}
