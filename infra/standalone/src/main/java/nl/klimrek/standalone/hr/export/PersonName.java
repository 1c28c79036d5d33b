package nl.klimrek.standalone.hr.export;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A name as exports write it: {@code "Family, Given  M"} with stray blanks, or {@code "Given M. Family"}.
 *
 * @param given given names and initials; may be empty
 * @param family family name
 */
public record PersonName(String given, String family) {

    /** Splits at the comma: family name first. Without a comma the last word is the family name. */
    public static PersonName of(String written) {
        String tidy = written.strip().replaceAll("\\s+", " ");
        int comma = tidy.indexOf(',');
        if (comma >= 0) {
            return new PersonName(
                    tidy.substring(comma + 1).strip(), tidy.substring(0, comma).strip());
        }
        int last = tidy.lastIndexOf(' ');
        return new PersonName(last < 0 ? "" : tidy.substring(0, last), tidy.substring(last + 1));
    }

    /** Key that ignores case, accents, dots and middle initials. */
    public String key() {
        List<String> words = words();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean middle = i > 0 && i < words.size() - 1;
            if (!middle || words.get(i).length() > 1) {
                kept.add(words.get(i));
            }
        }
        return String.join(" ", kept);
    }

    /** Key with initials, for names whose {@link #key()} is equal. */
    public String fullKey() {
        return String.join(" ", words());
    }

    private List<String> words() {
        String plain = Normalizer.normalize(given + " " + family, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace(".", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
        return Arrays.asList(plain.split("\\s+"));
    }
}
