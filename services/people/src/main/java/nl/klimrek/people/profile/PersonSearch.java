package nl.klimrek.people.profile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search for people. Every word must occur in a name, job, team, e-mail address or number. Accents and case make no
 * difference.
 *
 * @param words the words in lower case without accents; none finds all people
 */
record PersonSearch(List<String> words) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static PersonSearch of(String text) {
        return new PersonSearch(Arrays.stream(folded(text == null ? "" : text).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    boolean finds(PersonView person) {
        String all = folded(Stream.of(
                        person.givenName(),
                        person.familyName(),
                        person.job(),
                        person.teamName(),
                        person.team(),
                        person.email(),
                        person.employeeNumber())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n")));
        return words.stream().allMatch(all::contains);
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
