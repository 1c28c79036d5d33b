package nl.klimrek.servicekit.tabular;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file against those that are known.
 *
 * @param missing required columns that the file lacks
 * @param unknown unknown columns of the file, with the one that was probably meant
 * @param repeated columns that occur more than once
 */
public record ColumnCheck(List<String> missing, List<Unknown> unknown, List<String> repeated) {

    private static final int SHOWN = 20;
    static final int LONGEST_SHOWN = 40;

    /**
     * A column that is not known.
     *
     * @param column its name, shortened
     * @param place its number, from 1
     * @param suggestion what was probably meant; null when nothing is like it
     */
    public record Unknown(
            String column, int place, @Nullable String suggestion) {

        /** For example {@code "manager_number" (managerNumber?)}. */
        @Override
        public String toString() {
            return "\"" + column + "\"" + (suggestion == null ? "" : " (" + suggestion + "?)");
        }
    }

    public static ColumnCheck of(List<String> heading, Collection<String> required, Collection<String> known) {
        List<Unknown> unknown = new ArrayList<>();
        List<String> repeated = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < heading.size(); i++) {
            String column = heading.get(i);
            if (!known.contains(column) && unknown.size() < SHOWN) {
                unknown.add(new Unknown(
                        shown(column), i + 1, suggestion(column, known).orElse(null)));
            } else if (!seen.add(column) && repeated.size() < SHOWN) {
                repeated.add(column);
            }
        }
        List<String> missing =
                required.stream().filter(column -> !heading.contains(column)).toList();
        return new ColumnCheck(missing, List.copyOf(unknown), List.copyOf(repeated));
    }

    /** The beginning of a name, as far as a refusal shows it. */
    static String shown(String column) {
        return column.substring(0, Math.min(LONGEST_SHOWN, column.length()));
    }

    public boolean fit() {
        return missing.isEmpty() && unknown.isEmpty() && repeated.isEmpty();
    }

    /** Whether the first row is data instead of a heading, so that it must not be shown. */
    public boolean noHeading(Collection<String> required) {
        return missing.size() == required.size() && unknown.stream().allMatch(column -> column.suggestion() == null);
    }

    /** The known column whose name is nearest; empty when none is near. */
    public static Optional<String> suggestion(String column, Collection<String> known) {
        String plain = plain(column);
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            String other = plain(candidate);
            int distance = plain.length() >= 4 && (other.startsWith(plain) || plain.startsWith(other))
                    ? 0
                    : distance(plain, other);
            if (distance < least && distance * 3 <= Math.max(plain.length(), other.length())) {
                best = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String plain(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.substring(0, Math.min(LONGEST_SHOWN, letters.length()));
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
