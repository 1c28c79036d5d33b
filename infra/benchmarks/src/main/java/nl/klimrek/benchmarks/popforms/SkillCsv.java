package nl.klimrek.benchmarks.popforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A list of skills in the shape of ESCO's download, with names, other names and descriptions as long as those. */
final class SkillCsv {

    private static final String[] SYLLABLES = {
        "ver", "zor", "gen", "las", "plan", "men", "wond", "scha", "tech", "niek", "be", "heer", "kwa", "li", "teit",
        "pro", "ces", "data", "ont", "werp", "con", "tro", "le", "on", "der", "houd", "kli", "ma", "wa", "ter"
    };
    private static final int VOCABULARY = 9_000;

    private final List<String> words;
    private final Random random;

    SkillCsv(long seed) {
        random = new Random(seed);
        words = IntStream.range(0, VOCABULARY)
                .mapToObj(ignored -> word(2 + random.nextInt(3)))
                .toList();
    }

    /** Words of the names, each as often as it came; to search for. */
    List<String> words() {
        return words;
    }

    String file(int skills) {
        StringBuilder csv = new StringBuilder("conceptType,conceptUri,preferredLabel,altLabels,status,description\n");
        for (int i = 0; i < skills; i++) {
            List<String> others = new ArrayList<>();
            for (int n = random.nextInt(8); n > 0; n--) {
                others.add(phrase(2 + random.nextInt(3)));
            }
            csv.append("KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/")
                    .append(String.format("%08x-0000-4000-8000-000000000000", i))
                    .append(',')
                    .append(phrase(2 + random.nextInt(3)))
                    .append(' ')
                    .append(i)
                    .append(",\"")
                    .append(String.join("\n", others))
                    .append("\",released,")
                    .append(phrase(25))
                    .append('\n');
        }
        return csv.toString();
    }

    private String phrase(int length) {
        return IntStream.range(0, length)
                .mapToObj(ignored -> words.get(random.nextInt(words.size())))
                .collect(Collectors.joining(" "));
    }

    private String word(int syllables) {
        return IntStream.range(0, syllables)
                .mapToObj(ignored -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                .collect(Collectors.joining());
    }
}
