package nl.klimrek.people.hrrecord;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the code that stands in events for a name given by HR, such as a team's. Case and spaces make no difference.
 * Different names give different codes: a name that loses characters gets a part of its hash.
 */
public final class Slug {

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+( [a-z0-9]+)*");
    private static final int MAX_LENGTH = 60;
    private static final int HASH_LENGTH = 10;

    private Slug() {}

    /** Returns lower-case letters, digits and hyphens, at most 71; null for null. */
    public static @Nullable String of(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String same = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        String readable = same.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (PLAIN.matcher(same).matches() && readable.length() <= MAX_LENGTH) {
            return readable;
        }
        String shortened =
                readable.substring(0, Math.min(MAX_LENGTH, readable.length())).replaceAll("-$", "");
        return (shortened.isEmpty() ? "x" : shortened) + "-" + StableId.of(same).substring(0, HASH_LENGTH);
    }
}
