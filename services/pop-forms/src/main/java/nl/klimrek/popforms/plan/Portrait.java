package nl.klimrek.popforms.plan;

import nl.klimrek.popforms.text.TypedText;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * Who the owner is at work, in their own words. Each part answers the question with that code in the form; it is null where
 * nothing was written, because no answer is mandatory.
 *
 * @param motives what drives me
 * @param qualities what I am good at
 * @param whatWorkAsks what my work asks, now and next
 * @param wantToTry what I want to try
 * @param whoCanHelp who can help
 * @param fitNow how my job fits me now
 * @param fitInFiveYears how it will in five years
 */
public record Portrait(
        @Nullable String motives,
        @Nullable String qualities,
        @Nullable String whatWorkAsks,
        @Nullable String wantToTry,
        @Nullable String whoCanHelp,
        @Nullable String fitNow,
        @Nullable String fitInFiveYears)
        implements TypedText {

    /** A portrait without any answer. */
    public static final Portrait BLANK = new Portrait(null, null, null, null, null, null, null);

    /** The answers as they are stored. */
    public static Portrait of(
            @Nullable String motives,
            @Nullable String qualities,
            @Nullable String whatWorkAsks,
            @Nullable String wantToTry,
            @Nullable String whoCanHelp,
            @Nullable String fitNow,
            @Nullable String fitInFiveYears) {
        return new Portrait(
                TypedText.normalise(motives),
                TypedText.normalise(qualities),
                TypedText.normalise(whatWorkAsks),
                TypedText.normalise(wantToTry),
                TypedText.normalise(whoCanHelp),
                TypedText.normalise(fitNow),
                TypedText.normalise(fitInFiveYears));
    }

    @Override
    public String canonical() {
        return PrivateText.join(motives, qualities, whatWorkAsks, wantToTry, whoCanHelp, fitNow, fitInFiveYears);
    }
}
