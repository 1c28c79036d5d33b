package nl.klimrek.popforms.skill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.klimrek.popforms.goal.Skill;

/** Skills as a cell of a file names them: a scheme, a space and a code; several with {@code |} or line ends between them. */
public final class SkillMatches {

    private static final Pattern CODE = Pattern.compile(Skill.CODE);
    private static final Pattern SEPARATOR = Pattern.compile("\\R|\\s\\|\\s");

    private SkillMatches() {}

    /** The parts of a cell, each once, without those that are blank. */
    public static List<String> parts(String cell) {
        return SEPARATOR
                .splitAsStream(cell)
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    /** The skills of a cell; empty when it names something else, or more than {@code most}. */
    public static Optional<List<SkillMatch>> parse(String cell, int most) {
        List<SkillMatch> found = new ArrayList<>();
        for (String one : parts(cell)) {
            String[] words = one.split("\\s+", 2);
            boolean known = words.length == 2
                    && Arrays.stream(Skill.Scheme.values())
                            .anyMatch(scheme -> scheme.name().equals(words[0]))
                    && CODE.matcher(words[1]).matches();
            if (!known || found.size() == most) {
                return Optional.empty();
            }
            found.add(new SkillMatch(Skill.Scheme.valueOf(words[0]), words[1]));
        }
        return Optional.of(List.copyOf(found));
    }
}
