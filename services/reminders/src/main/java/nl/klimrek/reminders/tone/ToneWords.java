package nl.klimrek.reminders.tone;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The words of one language that the check of tone looks for, read from a file.
 *
 * @param threat words and phrases that threaten
 * @param guilt words and phrases that blame
 * @param pressure words and phrases that command or hurry
 * @param reason words of which a reason has one
 * @param actions verbs that a step begins with
 * @param plainer plainer words by the hard word that they replace
 * @param passive expressions of the passive
 */
record ToneWords(
        Pattern threat,
        Pattern guilt,
        Pattern pressure,
        Pattern reason,
        Set<String> actions,
        Map<String, String> plainer,
        Pattern passive) {

    static final ToneWords DUTCH = read("nl");
    static final ToneWords ENGLISH = read("en");

    @JsonCreator
    static ToneWords of(
            @JsonProperty("threat") List<String> threat,
            @JsonProperty("guilt") List<String> guilt,
            @JsonProperty("pressure") List<String> pressure,
            @JsonProperty("reason") List<String> reason,
            @JsonProperty("actions") Set<String> actions,
            @JsonProperty("plainer") Map<String, String> plainer,
            @JsonProperty("passive") List<String> passive) {
        return new ToneWords(
                words(threat),
                words(guilt),
                words(pressure),
                words(reason),
                Set.copyOf(actions),
                Map.copyOf(plainer),
                words(passive));
    }

    static ToneWords of(Locale language) {
        return language.getLanguage().equals("nl") ? DUTCH : ENGLISH;
    }

    private static Pattern words(List<String> expressions) {
        return Pattern.compile(
                expressions.stream().collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static ToneWords read(String language) {
        try (InputStream in = ToneWords.class.getResourceAsStream("/nl/klimrek/reminders/tone/" + language + ".yaml")) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return JsonMapper.builder().build().convertValue(content, ToneWords.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The words of tone cannot be read", e);
        }
    }
}
