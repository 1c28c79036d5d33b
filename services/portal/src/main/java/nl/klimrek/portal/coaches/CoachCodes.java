package nl.klimrek.portal.coaches;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.CoachKind;
import nl.klimrek.contracts.conversations.CoachSkill;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;

/** The codes of the register in the reader's language, as choices of a form. */
final class CoachCodes {
    /** Languages that a profile offers, the most used of the Netherlands first. */
    static final List<String> LANGUAGES =
            List.of("nl", "en", "fy", "de", "fr", "es", "pl", "tr", "ar", "uk", "ro", "bg", "it", "pt");

    private CoachCodes() {}

    static List<Choice> kinds(Reader reader) {
        return Stream.of(CoachKind.values())
                .map(kind -> new Choice(
                        kind.name(), kind(reader, kind.name()), reader.say("coaches.kind.text." + kind.name())))
                .toList();
    }

    static List<Choice> skills(Reader reader) {
        return Stream.of(CoachSkill.values())
                .map(skill -> new Choice(skill.name(), skill(reader, skill.name())))
                .toList();
    }

    static List<Choice> languages(Reader reader) {
        return LANGUAGES.stream()
                .map(tag -> new Choice(tag, language(reader, tag)))
                .toList();
    }

    static List<Choice> days(Reader reader) {
        return Stream.of(Weekday.values())
                .map(day -> new Choice(day.name(), reader.code("weekday", day.name())))
                .toList();
    }

    static String kind(Reader reader, String code) {
        return reader.code("coaches.kind", code);
    }

    static String skill(Reader reader, String code) {
        return reader.code("coaches.skill", code);
    }

    /** The language's own name in the reader's language. */
    static String language(Reader reader, String tag) {
        Locale reading = reader.viewer().language();
        String name = Locale.forLanguageTag(tag).getDisplayName(reading);
        return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(reading) + name.substring(1);
    }
}
