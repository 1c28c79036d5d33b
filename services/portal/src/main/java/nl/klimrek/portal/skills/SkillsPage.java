package nl.klimrek.portal.skills;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/** Skills in their reader's language. */
final class SkillsPage {
    static final List<String> USES = List.of("CAN", "TEACHES", "WANTS_TO_LEARN");

    private SkillsPage() {}

    /** An entry as pop-forms answers it. */
    record Entry(
            String id, String scheme, String code, @Nullable String label, List<String> uses, boolean shared) {

        Line line(Reader reader) {
            return new Line(
                    id,
                    name(label, code),
                    reader.code("skill-scheme", scheme),
                    uses.stream().map(use -> reader.say("skills.use." + use)).collect(Collectors.joining(" · ")),
                    shared);
        }
    }

    /** An entry of somebody's own list. */
    record Line(String id, String name, String list, String uses, boolean shared) {}

    /** A skill of a team as pop-forms answers it. */
    record TeamSkill(
            String scheme,
            String code,
            @Nullable String label,
            List<String> can,
            List<String> teach,
            List<String> learn) {

        TeamLine line(Reader reader) {
            return new TeamLine(
                    name(label, code),
                    reader.code("skill-scheme", scheme),
                    Stream.of(
                                    new People(reader.say("skills.team.TEACHES"), names(reader, teach)),
                                    new People(reader.say("skills.team.CAN"), names(reader, can)),
                                    new People(reader.say("skills.team.WANTS_TO_LEARN"), names(reader, learn)))
                            .filter(people -> !people.names().isEmpty())
                            .toList());
        }

        private static String names(Reader reader, List<String> people) {
            return people.stream().map(reader::name).sorted().collect(Collectors.joining(", "));
        }
    }

    /** Who does what with a skill. */
    record People(String what, String names) {}

    /** A skill of a team with the people who share it. */
    record TeamLine(String name, String list, List<People> people) {}

    private static String name(@Nullable String label, String code) {
        return label == null || label.isBlank() ? code : label;
    }
}
