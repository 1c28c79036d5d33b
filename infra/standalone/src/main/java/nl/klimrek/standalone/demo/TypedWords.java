package nl.klimrek.standalone.demo;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every text that is typed in the demo, word by word, and the names in it. The texts are Dutch while keys and codes are
 * English, so a word of five letters or more that shows up elsewhere has leaked.
 */
final class TypedWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");

    private final Set<String> words = new TreeSet<>();

    /** Remembers a text and gives it back. */
    String typed(String text) {
        wordsOf(text).forEach(words::add);
        return text;
    }

    /** A typed word that occurs in this text as a word. */
    Optional<String> firstIn(String text) {
        return wordsOf(text).filter(words::contains).findFirst();
    }

    int count() {
        return words.size();
    }

    private static Stream<String> wordsOf(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).map(word -> word.toLowerCase(Locale.ROOT));
    }
}
