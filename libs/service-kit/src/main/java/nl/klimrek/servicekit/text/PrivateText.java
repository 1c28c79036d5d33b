package nl.klimrek.servicekit.text;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.klimrek.contracts.Commitment;
import org.jspecify.annotations.Nullable;

/**
 * A text that a person typed, with the salted commitment that stands for it outside its service. Only {@link #hash()} may
 * enter an event, a log line, a metric or a message. Deleting both erases the text while the journal still verifies.
 *
 * <p>Typed text is normalised once, by {@link #of}: composed accents (NFC), line ends as {@code \n}, no control characters
 * but line feed and tab, no unpaired surrogates, no white space around. A stored text is read as it was stored, so the
 * commitments of earlier versions stay verifiable: see {@code infra/decisions/private-text.md}.
 *
 * @param text as stored
 * @param commitment to the text as stored
 */
public record PrivateText(String text, Commitment commitment) {

    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");
    private static final Pattern UNPAIRED = Pattern.compile("\\p{Cs}");

    /** The normalised text under a fresh salt. */
    public static PrivateText of(String typed) {
        String kept = normalise(typed);
        return new PrivateText(kept, Commitment.to(kept));
    }

    /** As {@link #of}; empty when nothing was typed, or nothing remains. */
    public static Optional<PrivateText> ofOptional(@Nullable String typed) {
        return normaliseOptional(typed).map(kept -> new PrivateText(kept, Commitment.to(kept)));
    }

    /** The one normalisation of typed text. Normalising twice changes nothing. */
    public static String normalise(String typed) {
        String unified = LINE_END.matcher(typed).replaceAll("\n");
        String readable =
                UNPAIRED.matcher(CONTROL.matcher(unified).replaceAll("")).replaceAll("\uFFFD");
        return Normalizer.normalize(readable, Normalizer.Form.NFC).strip();
    }

    /** The normalised text; empty when nothing was typed, or nothing remains. */
    public static Optional<String> normaliseOptional(@Nullable String typed) {
        return Optional.ofNullable(typed).map(PrivateText::normalise).filter(kept -> !kept.isEmpty());
    }

    /**
     * Several fields as one text to commit to; null counts as empty. Each field states its length first, so text of one
     * field cannot pass for the border to the next.
     */
    public static String join(@Nullable String... fields) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            String kept = field == null ? "" : field;
            text.append(kept.length()).append(':').append(kept).append('\n');
        }
        return text.toString();
    }

    /** The only part that may leave the service. */
    public String hash() {
        return commitment.hash();
    }

    /** Shows the hash and never the text: this form may end up in a log line. */
    @Override
    public String toString() {
        return "PrivateText[" + hash() + "]";
    }
}
