package nl.klimrek.portal.coaches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;

/**
 * The coaches to choose from.
 *
 * @param coaches those who fit the choice, by name
 * @param mine whether the reader is one of all coaches
 */
record CoachListPage(
        List<Line> coaches,
        boolean mine,
        boolean filtered,
        List<Choice> kinds,
        List<Choice> languages,
        List<Choice> skills,
        String kind,
        String language,
        String skill) {

    /** @param facts skills, languages and days in words; what the coach did not say is left out */
    record Line(String person, String name, String kind, List<String> facts, boolean mine) {}

    static CoachListPage of(Reader reader, List<CoachResponse> all, String kind, String language, String skill) {
        String me = reader.viewer().person();
        return new CoachListPage(
                all.stream()
                        .filter(coach -> kind.isEmpty() || kind.equals(coach.kind()))
                        .filter(coach -> language.isEmpty() || coach.languages().contains(language))
                        .filter(coach -> skill.isEmpty() || coach.skills().contains(skill))
                        .map(coach -> line(reader, coach, me))
                        .sorted(Comparator.comparing(Line::name).thenComparing(Line::person))
                        .toList(),
                all.stream().anyMatch(coach -> coach.person().equals(me)),
                !(kind + language + skill).isEmpty(),
                any(reader, CoachCodes.kinds(reader)),
                any(
                        reader,
                        CoachCodes.languages(reader).stream()
                                .filter(choice -> all.stream()
                                        .anyMatch(coach -> coach.languages().contains(choice.value())))
                                .toList()),
                any(reader, CoachCodes.skills(reader)),
                kind,
                language,
                skill);
    }

    static Line line(Reader reader, CoachResponse coach, String me) {
        List<String> facts = new ArrayList<>();
        add(reader, facts, "coaches.with", coach.skills().stream().map(code -> CoachCodes.skill(reader, code)));
        add(reader, facts, "coaches.in", coach.languages().stream().map(tag -> CoachCodes.language(reader, tag)));
        add(reader, facts, "coaches.on", coach.workingDays().stream().map(day -> reader.code("weekday", day)));
        return new Line(
                coach.person(),
                reader.name(coach.person()),
                CoachCodes.kind(reader, coach.kind()),
                facts,
                coach.person().equals(me));
    }

    private static void add(Reader reader, List<String> facts, String key, java.util.stream.Stream<String> values) {
        String all = values.collect(Collectors.joining(", "));
        if (!all.isEmpty()) {
            facts.add(reader.say(key, all));
        }
    }

    private static List<Choice> any(Reader reader, List<Choice> choices) {
        List<Choice> all = new ArrayList<>(List.of(new Choice("", reader.say("coaches.any"))));
        all.addAll(choices);
        return all;
    }
}
