package nl.klimrek.portal.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;

/** What HR says about a list of skills: whose it is, and the language of its names. */
final class SkillListChoices {
    private static final List<String> SCHEMES = List.of("ESCO", "COMPETENTNL", "ONET", "OWN");
    /** The languages in which ESCO is published. */
    private static final List<String> LANGUAGES = List.of(
            "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "is", "it", "lt", "lv",
            "mt", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sv", "uk");

    private SkillListChoices() {}

    static List<Choice> schemes(Reader reader) {
        return SCHEMES.stream()
                .map(code -> new Choice(code, reader.code("skill-scheme", code)))
                .toList();
    }

    /** In the order of their names, Dutch and English first. */
    static List<Choice> languages(Reader reader) {
        Locale reading = reader.viewer().language();
        List<String> first = List.of("nl", "en");
        return Stream.concat(
                        first.stream().map(tag -> choice(tag, reading)),
                        LANGUAGES.stream()
                                .filter(tag -> !first.contains(tag))
                                .map(tag -> choice(tag, reading))
                                .sorted(Comparator.comparing(Choice::label)))
                .toList();
    }

    private static Choice choice(String tag, Locale reading) {
        return new Choice(tag, Locale.forLanguageTag(tag).getDisplayLanguage(reading));
    }
}
