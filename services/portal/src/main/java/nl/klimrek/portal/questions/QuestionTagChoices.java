package nl.klimrek.portal.questions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/** By what questions are tagged, and what each tag is called. */
final class QuestionTagChoices {
    static final List<String> TYPES = List.of(
            "CHECK_IN", "DEVELOPMENT", "CAREER", "PERFORMANCE", "ONBOARDING", "TEAM_DIALOGUE", "EXIT", "ASSESSMENT");
    private static final Map<String, List<String>> TAGS = new LinkedHashMap<>();

    static {
        TAGS.put("factor", List.of("WETEN", "WILLEN", "KUNNEN", "DURVEN", "MOGEN"));
        TAGS.put("competence", List.of("MOTIVES", "QUALITIES", "WORK_EXPLORATION", "CAREER_STEERING", "NETWORKING"));
        TAGS.put("aspect", List.of("HEAD", "HANDS", "MOUTH", "HEART", "GUT", "FEET", "CONTEXT"));
        TAGS.put("approach", List.of("AMPLITIVE", "PREVENTIVE", "CURATIVE"));
        TAGS.put("horizon", List.of("NOW", "FUTURE"));
        TAGS.put("perspective", List.of("PERSON", "WORK", "SOCIETY", "CONNECTED"));
        TAGS.put("mode", List.of("OPEN", "STRUCTURED"));
        TAGS.put("audience", List.of("EMPLOYEE", "COUNTERPART", "BOTH"));
    }

    private QuestionTagChoices() {}

    /** One kind of tag with what can be chosen. */
    record Kind(String name, String label, List<Choice> options) {}

    static Iterable<String> kinds() {
        return TAGS.keySet();
    }

    static boolean knows(String kind, @Nullable String tag) {
        return tag != null && TAGS.getOrDefault(kind, List.of()).contains(tag);
    }

    /** Every kind to choose from. */
    static List<Kind> all(Reader reader) {
        return TAGS.entrySet().stream()
                .map(kind -> new Kind(
                        kind.getKey(),
                        reader.say("questions.tag." + kind.getKey()),
                        kind.getValue().stream()
                                .map(tag -> new Choice(tag, say(reader, kind.getKey(), tag)))
                                .toList()))
                .toList();
    }

    /** The same, each with "all" first, to filter a list by. */
    static List<Kind> toFilter(Reader reader) {
        return all(reader).stream()
                .map(kind -> new Kind(
                        kind.name(),
                        kind.label(),
                        Stream.concat(
                                        Stream.of(new Choice("all", reader.say("questions.all"))),
                                        kind.options().stream())
                                .toList()))
                .toList();
    }

    static String say(Reader reader, String kind, String tag) {
        return tag == null
                ? ""
                : reader.findText("questions." + kind + "." + tag).orElse("");
    }

    static List<Choice> types(Reader reader) {
        return TYPES.stream()
                .map(type -> new Choice(type, reader.code("type", type)))
                .toList();
    }
}
