package nl.klimrek.standalone.demo.script;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of all texts and names typed in the demo. The texts are Dutch, while keys and codes are English. So a
 * typed word of five letters or more that appears elsewhere has leaked.
 */
public final class TypedWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");

    private final Set<String> words = new TreeSet<>();

    /** Records the words of a text and returns the text. */
    public String typed(String text) {
        wordsOf(text).forEach(words::add);
        return text;
    }

    /** The first typed word in this text. */
    public Optional<String> firstIn(String text) {
        return wordsOf(text).filter(words::contains).findFirst();
    }

    public int count() {
        return words.size();
    }

    private static Stream<String> wordsOf(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).map(word -> word.toLowerCase(Locale.ROOT));
    }
}
